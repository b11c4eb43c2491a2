"""What is said of schools that closed, opened late, or took in the pupils of another."""

from collections.abc import Iterable

from dashboard.i18n import day, t
from dashboard.metrics import metric
from dashboard.metrics.expected import ENDS, ends, is_expected
from dashboard.metrics.registers import School, predecessors, schools
from dashboard.metrics.times import taken
from dashboard.panels.over_time import year_before
from dashboard.panels.view import Asking
from dashboard.spec.answer import Taken

OF_MARKS = "quality"  # whose times a page without another metric is of


def called(school: School, language: str) -> str:
    """«№ 7 (closed in 2024)» where schools are offered."""
    if school.closed is None:
        return school.name
    return t("lives.closed_name", language, name=school.name, year=school.closed.year)


def sentences(school: School, asking: Asking) -> tuple[str, ...]:
    """When it opened and closed, and who went where: of the page of this one school."""
    language = asking.view.language
    said = []
    if school.closed:
        said.append(_closed(school, asking))
    elif school.opened and away(school, asking):
        said.append(t("lives.opened", language, day=day(school.opened, language)))
    for other in predecessors(school.id, asking.snapshot):
        when = day(other.closed, language)
        said.append(t("lives.took_in", language, school=other.name, day=when))
    return tuple(said)


def links(school: School, asking: Asking) -> tuple[tuple[str, str], ...]:
    """To the pages of the school that its pupils went to, and of those whose pupils it took in."""
    after = schools(asking.snapshot).get(school.successor or "")
    others = ([after] if school.closed and after else []) + [
        *predecessors(school.id, asking.snapshot)
    ]
    narrowed = asking.view.narrowing("school")
    return tuple((other.name, f"/school{narrowed(other.id)}") for other in others)


def away(school: School, asking: Asking) -> bool:
    """Not expected in the time that is looked at: closed by then, or not yet open."""
    return not is_expected(school, _taken(asking))


def all_away(asking: Asking) -> str:
    """That none of the chosen schools was open then; empty where one was, or none is chosen."""
    chosen = asking.view.filters.where().get("school", ())
    known = [schools(asking.snapshot)[key] for key in chosen if key in schools(asking.snapshot)]
    if not known or not all(away(school, asking) for school in known):
        return ""
    return " ".join(" ".join(_why(school, asking)) for school in known)


def note(keys: Iterable[str], when: Taken, asking: Asking) -> str:
    """That one of these schools took in another since a year ago: what is compared are not the
    same pupils, and the two are not added together."""
    language = asking.view.language
    said = [
        t("lives.compare", language, school=_name(key, asking), other=other.name)
        for key in keys
        for other in taken_in(key, when, asking)
    ]
    return " ".join(said)


def taken_in(key: str, when: Taken, asking: Asking) -> list[School]:
    """The schools whose pupils it took in between the same time a year ago and this one."""
    return [s for s in predecessors(key, asking.snapshot) if _since_a_year_ago(s, when)]


def _why(school: School, asking: Asking) -> Iterable[str]:
    language = asking.view.language
    if school.closed:
        yield _closed(school, asking)
        yield t("lives.years_before", language)
    elif school.opened:
        name, when = school.name, day(school.opened, language)
        yield t("lives.opens", language, school=name, day=when)


def _closed(school: School, asking: Asking) -> str:
    language = asking.view.language
    said = {"school": school.name, "day": day(school.closed, language)}
    after = schools(asking.snapshot).get(school.successor or "")
    if after is None:
        return t("lives.closed", language, **said)
    return t("lives.closed_to", language, **said, successor=after.name)


def _since_a_year_ago(closed: School, when: Taken) -> bool:
    if not when.year:
        return False
    part = when.period if when.period in ENDS else None
    return ends(year_before(when.year), part) < closed.closed <= ends(when.year, part)


def _taken(asking: Asking) -> Taken:
    return taken(asking.snapshot, metric(OF_MARKS), (), asking.view.filters.where())


def _name(key: str, asking: Asking) -> str:
    found = schools(asking.snapshot).get(key)
    return found.name if found else key
