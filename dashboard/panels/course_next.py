"""Teachers to send on a course, as the annex to an order; how many of each group for all others."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dashboard.i18n import day, integer, plural, t
from dashboard.panels import course_people, mentor_words, staff, words
from dashboard.panels.course_turns import GROUPS, Turns, group, turns
from dashboard.panels.needs import METRIC
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.course_next import Candidate

COLUMNS = ("no", "school", "teacher", "subject", "why", "signature")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """The places are given in the district; of it the chosen schools are shown."""
    found, language = course_people.staff(block.metrics[0], asking), view.language
    if found is None:
        return course_people.absent(page, block, asking)
    queue = turns(page, found, asking)
    if not asking.sees_staff and not _can_be_counted(queue, asking):
        return staff.not_for_you(page, block, asking)
    shown, stem = queue.shown(asking), f"block.{page.key}.{block.key}"
    return Panel(
        title=t(stem, language),
        about=_about(stem, queue, day(found.on, language), asking),
        columns=_columns(language) if asking.sees_staff else (),
        rows=tuple(_row(number, each, queue, asking) for number, each in shown)
        if asking.sees_staff
        else (),
        sentences=(" ".join(_said(queue, [each for _, each in shown], asking)),),
        empty=_empty(queue, shown, asking),
    )


def _can_be_counted(queue: Turns, asking: Asking) -> bool:
    """For those who see no single teachers: the whole district, and not few."""
    return course_people.is_whole(asking) and not 0 < queue.waiting < asking.settings.hide_below


def _about(stem: str, queue: Turns, when: str, asking: Asking) -> str:
    """A list with persons is an annex to an order."""
    language = asking.view.language
    said = t("sending.of", language, kind=t(f"choice.{queue.kind}", language), day=when)
    return f"{t(f'{stem}.about', language)} {said}" if asking.sees_staff else said


def _columns(language: str) -> tuple[Column, ...]:
    return tuple(Column(key, t(f"sending.column.{key}", language)) for key in COLUMNS)


def _empty(queue: Turns, shown: list, asking: Asking) -> str:
    language = asking.view.language
    if not queue.waiting:
        return t("sending.all_hold", language)
    return "" if shown else t("sending.none_here", language, places=_number(queue.places, asking))


def _row(number: int, each: Candidate, queue: Turns, asking: Asking) -> tuple[Cell, ...]:
    subjects = queue.subjects[each.teacher]
    return (
        Cell(_number(number, asking), number, "count"),
        Cell(mentor_words.school(each.school, asking)),
        Cell(staff.person(each.teacher, asking)),
        Cell(", ".join(mentor_words.subject(code, asking) for code in subjects) or words.NOTHING),
        Cell("; ".join(_why(each, queue, asking))),
        Cell(""),
    )


def _why(each: Candidate, queue: Turns, asking: Asking) -> Iterator[str]:
    """«nobody at the school holds it; young specialist; chemistry 29%; no course yet»."""
    language = asking.view.language
    if each.nobody:
        yield t("sending.why.nobody", language)
    if each.young:
        yield t("sending.why.young", language)
    if each.low:
        yield t("sending.why.low", language, subjects=_low(each, queue, asking))
    if each.last is None:
        yield t("sending.why.never", language)
    else:
        yield t("sending.why.last", language, day=day(each.last, language))


def _low(each: Candidate, queue: Turns, asking: Asking) -> str:
    language = asking.view.language
    said = []
    for code in each.low:
        value = words.shown(queue.low[each.school, code].value.value, METRIC, language)
        said.append(f"{mentor_words.subject(code, asking)} {value}")
    return ", ".join(said)


def _said(queue: Turns, sent: list[Candidate], asking: Asking) -> Iterator[str]:
    """How many wait, how many are sent, and for which first reason."""
    language = asking.view.language
    yield plural("sending.said", queue.waiting, language, number=_number(queue.waiting, asking))
    yield plural("sending.sent", len(sent), language, number=_number(len(sent), asking))
    if any(groups := _groups(sent, asking)):
        yield t("sending.groups", language, groups=", ".join(groups))
    if not asking.sees_staff:
        yield t("staff.not_for_you", language)


def _groups(sent: Iterable[Candidate], asking: Asking) -> list[str]:
    """Groups of few are not told to those who see no single teachers: none then, since one is the
    rest of the others."""
    counts = Counter(group(each) for each in sent)
    few = any(count < asking.settings.hide_below for count in counts.values())
    if few and not asking.sees_staff:
        return []
    return [
        t(f"sending.group.{name}", asking.view.language, number=_number(counts[name], asking))
        for name in GROUPS
        if counts[name]
    ]


def _number(count: int, asking: Asking) -> str:
    return integer(count, asking.view.language)
