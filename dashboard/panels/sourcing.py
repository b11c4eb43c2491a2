"""What the page of sources is asked: the number itself, and the rows that it was counted from."""

from dataclasses import dataclass

from dashboard.metrics import metric
from dashboard.metrics.sources import OF_CHILDREN, Counted
from dashboard.metrics.sources import File as Told
from dashboard.metrics.sources import sources as told
from dashboard.panels.view import Asking, View
from dashboard.roles import brings
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Page

PLACES = ("district", "aimak", "school")  # what files of children are told apart by


@dataclass(frozen=True, slots=True)
class Sourced:
    """`value` is the number that led here; of several groups together, that of all of them."""

    answer: Answer
    value: Value
    counted: Counted
    asking: Asking

    @property
    def hidden(self) -> bool:
        return self.value.flag == "c"

    @property
    def opens(self) -> bool:
        """Whether the cells of the rows may be seen, whatever is hidden: they are in the files."""
        return brings(self.asking.settings)

    @property
    def places(self) -> bool:
        """Whether sheets, row numbers and counts of rows may be seen. Where each row is a person,
        how many of them a file has is told to nobody who may not open it."""
        return self.opens or not (self.hidden or self.counted.of_persons)

    @property
    def looked(self) -> bool:
        """The rows of a hidden group are shown: that is written down."""
        return self.hidden and self.opens

    def whole_files(self) -> list[Told]:
        """For those who may not know whose rows they are: of children the files of the schools
        asked for, of teachers those of the district."""
        question = self.answer.question
        children = {*self.counted.tables} <= OF_CHILDREN
        where = {k: v for k, v in question.where if k in PLACES} if children else {}
        return told(question.metric, where, self.asking.snapshot)


def sourced(page: Page, view: View, asking: Asking) -> Sourced | None:
    """None where no number led here, or nothing was imported yet. Raises WrongCall."""
    key = view.option(page, "metric")
    if not key or asking.snapshot is None:
        return None
    by, empty = _listed(page, view, "by"), _listed(page, view, "empty")
    answer = asking.answer(metric(key).key, by)
    of_group = _group(by, empty, view)
    value = _together(key, answer, asking) if of_group is None else answer.by_key().get(of_group)
    value = value or Value(of_group or (), 0, 0, 0, None, flag="x")
    return Sourced(answer, value, Counted(answer, asking.snapshot, empty), asking)


def with_table(page: Page, view: View, found: Sourced) -> str:
    """The table whose rows are listed: that asked for, else the first."""
    asked = view.option(page, "table")
    return asked if asked in found.counted.tables else found.counted.tables[0]


def metrics_of(page: Page, view: View) -> list[str]:
    """The numbers of the block that led here, the one shown among them."""
    return list(dict.fromkeys((*_listed(page, view, "of"), view.option(page, "metric"))))


def _listed(page: Page, view: View, option: str) -> tuple[str, ...]:
    return tuple(name for name in view.option(page, option).split(".") if name)


def _group(by: tuple[str, ...], empty: tuple[str, ...], view: View) -> tuple | None:
    """The key of the one group asked for; None where it is several."""
    chosen = dict.fromkeys(empty, (None,)) | view.filters.where()
    keys = [chosen.get(name, ()) for name in by]
    return tuple(values[0] for values in keys) if all(len(v) == 1 for v in keys) else None


def _together(key: str, answer: Answer, asking: Asking) -> Value:
    """Its counts are told where they are those of the same number: a main test is no sum of the
    tests in subjects."""
    (whole, *_) = asking.answer(key).rows or (Value((), 0, 0, 0, None, flag="x"),)
    if whole.value == answer.together or whole.flag == "c":
        return whole
    flag = "c" if answer.together is None else ""
    return Value((), None, None, None, answer.together, flag=flag)
