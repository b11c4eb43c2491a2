"""In words: where associations have not met, or less often than is due by now."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.i18n import day, integer, plural, t
from dashboard.metrics.associations import Tally, tallies, unknown_meetings
from dashboard.metrics.school_year import MEETING_MONTHS, Reached
from dashboard.panels import association_words as names
from dashboard.panels import empty
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

BY = ("school", "area", "association")
By = Mapping[tuple, Tally]


@dataclass(frozen=True, slots=True)
class _Behind:
    """By school, its associations behind: area and meetings, the fewest first."""

    never: Mapping[str, list[tuple[str, int]]]  # schools where one has not met at all
    late: Mapping[str, list[tuple[str, int]]]  # schools where all have met, but too seldom
    due: int

    @property
    def associations(self) -> int:
        return sum(map(len, (*self.never.values(), *self.late.values())))

    @property
    def without_meeting(self) -> int:
        return sum(meetings == 0 for held in self.never.values() for _, meetings in held)


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Schools with an association that never met come first. None is behind before any is due."""
    language = view.language
    answer = asking.answer(block.metrics[0], ("school",))
    title = t(f"block.{page.key}.{block.key}", language)
    if not any(row.flag != "x" for row in answer.rows):
        return Panel(title, "", empty=empty.why(page, block, asking))
    year = answer.taken.year
    so_far = names.so_far(asking, year)
    where = view.filters.where() | {"year": (year,)}
    found = tallies(asking.snapshot, BY, where)
    behind = _behind(found, so_far.due(asking.settings.meetings_a_year))
    silent = sum(row.flag == "x" for row in answer.rows)
    named = _said(behind, len(found), language)
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, when=year),
        columns=(
            Column("name", t("filter.school", language)),
            Column("areas", t("associations.areas_behind", language)),
        ),
        rows=tuple(
            _row(page, school, held, asking)
            for part in (behind.never, behind.late)
            for school, held in _by_name(part, asking)
        ),
        sentences=(*named, *_beside(silent, so_far, asking)),
        marks={"named": len(named), "lower": len(behind.never)},
    )


def _behind(found: By, due: int) -> _Behind:
    of_school: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (school, area, _), tally in sorted(found.items(), key=lambda row: row[1].meetings):
        if tally.meetings < due:
            of_school[school].append((area, tally.meetings))
    never = {school: held for school, held in of_school.items() if held[0][1] == 0}
    late = {school: held for school, held in of_school.items() if school not in never}
    return _Behind(never, late, due)


def _by_name(part: Mapping[str, list], asking: Asking) -> list[tuple[str, list]]:
    return [(school, part[school]) for school in names.in_order("school", set(part), asking)]


def _said(behind: _Behind, associations: int, language: str) -> tuple[str, ...]:
    if not behind.due:
        return (t("associations.none_due", language),)
    count = behind.associations
    if not count:
        return (plural("associations.all_on_time", associations, language),)
    of = integer(associations, language)
    due = integer(behind.due, language)
    said = plural("associations.behind", count, language, of=of, due=due)
    never = behind.without_meeting
    if never == count:
        return (plural("associations.never_of", count, language, of=of),)
    return (said, plural("associations.never_met", never, language)) if never else (said,)


def _beside(silent: int, so_far: Reached, asking: Asking) -> tuple[str, ...]:
    """What these numbers leave out, and how what is due is counted."""
    language, a_year = asking.view.language, asking.settings.meetings_a_year
    unknown = unknown_meetings(asking.snapshot, so_far.year)
    known = day(so_far.day, language) if so_far.day else "–"
    rule = t(
        "associations.how_due",
        language,
        a_year=integer(a_year, language),
        over=integer(min(len(so_far.over), MEETING_MONTHS), language),
        due=integer(so_far.due(a_year), language),
        day=known,
    )
    return (
        *([plural("associations.silent", silent, language)] if silent else []),
        *([plural("associations.unknown", unknown, language)] if unknown else []),
        rule,
    )


def _row(page: Page, school: str, held: list[tuple[str, int]], asking: Asking) -> tuple[Cell, Cell]:
    """«Гуманитардык предметтер – 0, …»."""
    language = asking.view.language
    facts = (
        f"{names.name('area', area, asking)} – {integer(meetings, language)}"
        for area, meetings in held
    )
    href = names.here(page, asking.view, school=school)
    return Cell(names.name("school", school, asking), href=href), Cell(", ".join(facts))
