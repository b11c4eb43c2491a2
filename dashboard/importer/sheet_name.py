"""What the name of a sheet tells where nothing else does: «8А», «2 четверть»."""

from contextlib import suppress

from dashboard.importer.headings import Heading
from dashboard.importer.labels import Label
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.school_class import school_class
from dashboard.importer.normalise.text import plain
from dashboard.importer.subtotal import summed_grades


def by_name(name: str, heading: Heading) -> dict[str, Label]:
    """One answer for all sheets would make eight classes one, so each sheet gives its own."""
    text, there = plain(name), heading.columns
    found: dict[str, Label] = {}
    if not text or summed_grades(text) is not None:  # «Итоги» may be of any period
        return found
    if not {"class", "grade"} & there.keys():
        with suppress(ValueError):
            found |= {"class": Label(text, "")} if school_class(text)[1] else {}
    if "period" not in there and not any(name.startswith("final:") for name in there):
        with suppress(ValueError):
            found |= {"period": Label(text, "")} if period(text) else {}
    return found
