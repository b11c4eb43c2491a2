"""What the register says of a school, and where to read on. Never a person."""

from collections.abc import Iterator

from dashboard.i18n import integer, t
from dashboard.metrics.registers import School, schools
from dashboard.panels import lives
from dashboard.panels.chooser import chooser
from dashboard.panels.compared import everywhere
from dashboard.panels.likeness import known_pupils
from dashboard.panels.passport import alone, own_school
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

Fact = tuple[str, str]  # the name of it, what it is
READ_ON = ("compare", "quality")


def _facts(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    language = view.language
    own = own_school(asking)
    school = schools(asking.snapshot)[own]
    here = asking.view.narrower(school=own)
    return Panel(
        title=school.name,
        about="",
        columns=(
            Column("name", t("school.fact", language)),
            Column("value", t("panel.value", language)),
        ),
        rows=tuple((Cell(name), Cell(value)) for name, value in _known(school, asking)),
        sentences=(*lives.sentences(school, asking), *_hidden(block, own, asking)),
        marks={"links": (*lives.links(school, asking), *_read_on(here, language))},
    )


def _all(page: Page, block: Block, _view: View, asking: Asking) -> Panel:
    return chooser(page, block, asking)


make = alone(_facts, _all)


def _read_on(here: str, language: str) -> tuple[tuple[str, str], ...]:
    return tuple((t(f"school.to.{to}", language), f"/{to}{here}") for to in READ_ON)


def _known(school: School, asking: Asking) -> Iterator[Fact]:
    """What the register does not know is left out."""
    language = asking.view.language
    texts = {"aimak": school.aimak, "locality": school.locality}
    texts |= {
        name: t(f"choice.{value}", language)
        for name, value in (("kind", school.kind), ("language", school.language))
        if value
    }
    texts |= {
        name: t(f"yes.{str(value).lower()}", language)
        for name, value in (("rural", school.rural), ("base_school", school.base_school))
        if value is not None
    }
    texts["pupils"] = _pupils(school, asking)
    return ((t(f"school.is.{name}", language), text) for name, text in texts.items() if text)


def _pupils(school: School, asking: Asking) -> str:
    """Of a school of four not even that is said."""
    known, language = known_pupils(school, asking), asking.view.language
    if known is not None:
        return integer(known, language)
    limit = asking.settings.hide_below
    return "" if school.pupils is None else t("school.fewer_than", language, limit=limit)


def _hidden(block: Block, own: str, asking: Asking) -> tuple[str, ...]:
    value = everywhere(block.metrics[0], asking).by_key().get((own,))
    language = asking.view.language
    if value is None or value.flag == "x":
        school = schools(asking.snapshot)[own]
        return () if lives.away(school, asking) else (t("school.silent", language),)
    if value.flag != "c":
        return ()
    return (t("school.hidden", language, limit=asking.settings.hide_below),)
