"""What the blocks of courses share: their day and rule, what hides them, their links."""

from dataclasses import dataclass, replace
from datetime import date

from dashboard.filters import COURSE_KIND
from dashboard.i18n import day, integer, number, plural, t
from dashboard.metrics.course_cycles import Cycle, cycles
from dashboard.panels import empty, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Panel

NARROWS = ("aimak", "school", "course_kind")  # the filters that the blocks' own queries take
LAW = "law"


@dataclass(frozen=True, slots=True)
class Whole:
    """All teachers of the choice together: the block says nothing that this would hide."""

    answer: Answer
    value: Value | None  # None where there is nobody or no course was imported

    @property
    def on(self) -> date:
        return date.fromisoformat(self.answer.taken.on)

    @property
    def valid(self) -> str:
        return self.answer.taken.valid

    @property
    def teachers(self) -> int:
        """In post on the day."""
        return self.value.pupils


def whole(key: str, asking: Asking) -> Whole:
    answer = asking.answer(key)
    there = next((row for row in answer.rows if row.flag != "x"), None)
    return Whole(answer, there)


def silent(page: Page, block: Block, found: Whole, asking: Asking) -> Panel | None:
    """Why the block says nothing: nothing was imported or chosen, or it is hidden. Else None."""
    language, title = asking.view.language, t(f"block.{page.key}.{block.key}", asking.view.language)
    if found.value is None:
        return Panel(title, "", empty=empty.why(page, block, asking))
    if found.value.flag == "c":
        few = t("courses.hidden", language, limit=asking.settings.hide_below)
        return Panel(title, "", empty=few)
    return None


def chosen(asking: Asking) -> dict[str, tuple]:
    """The filters as the blocks' own queries take them."""
    where = asking.view.filters.where()
    return {key: where[key] for key in NARROWS if key in where}


def kinds(asking: Asking) -> tuple[str, ...]:
    """The kinds chosen, in the order of their list; none where all are."""
    wanted = asking.view.filters.where().get("course_kind", ())
    return tuple(kind for kind in COURSE_KIND.closed if kind in wanted)


def by_rule(about: str, answer: Answer, asking: Asking) -> str:
    """By a country's rule it is said what that is, and who says so."""
    if answer.taken.valid != LAW:
        return about
    language = asking.view.language
    rules = [_rule(each, language) for each in cycles(asking.snapshot, answer.taken.on)]
    return " ".join([about, *(rules or [t("courses.no_rule", language)])])


def _rule(cycle: Cycle, language: str) -> str:
    told = {"country": t(f"choice.{cycle.country}", language), "source": cycle.source}
    if cycle.years is None:
        return t("courses.rule.none", language, **told)
    years, places = cycle.years, 0 if float(cycle.years).is_integer() else 1
    said = number(years, language, places)
    return plural("courses.rule.years", int(years), language, number=said, **told)


def of_kinds(asking: Asking) -> str:
    """«Level programmes, ICT» of those chosen; «any kind» where none is."""
    language, wanted = asking.view.language, kinds(asking)
    return ", ".join(t(f"choice.{kind}", language) for kind in wanted) or t(
        "courses.any_kind", language
    )


def base(value: Value, key: str, language: str) -> str:
    """«860 of 1,419 teachers · 58.0–63.1 %»."""
    above, below = (integer(round(n), language) for n in (value.numerator, value.denominator))
    said = plural("courses.of_teachers", int(value.denominator), language, above=above, below=below)
    between = words.interval(value, key, language)
    return f"{said} · {between}" if between else said


def count(size: int, language: str, value: Value | None = None) -> Cell:
    return Cell(integer(size, language), size, "count", value=value)


def the_day(found: Whole, language: str) -> str:
    return day(found.on, language)


def tab(page: Page, view: View, key: str, sort: str = "", **more: object) -> str:
    """The same view on another tab, with some filters set to one value."""
    chosen = {name: (value,) for name, value in more.items()}
    filters = FilterState(view.filters.specs, {**view.filters.values, **chosen})
    return page.path + replace(view, tab=key, sort=sort, filters=filters).search(page)
