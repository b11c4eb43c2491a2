"""What a person chose on a page, and asking the data in that light."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.metrics import ask, metric
from dashboard.settings import Settings
from dashboard.spec.answer import Answer, Question, Value
from dashboard.spec.filters import FilterState
from dashboard.store.current import Snapshot

OF_SCHOOLS = frozenset({"district", "aimak", "school", "language"})


@dataclass(frozen=True, slots=True)
class View:
    """One address of one page, read."""

    filters: FilterState
    language: str
    rule: str = ""  # "": the setting's
    sort: str = ""  # a column's name, "-" before it for the other way
    tab: str = ""

    def narrower(self, more: Mapping[str, object]) -> str:
        """The address's query with some filters set to one value."""
        query = self.filters.to_query() | {key: [str(value)] for key, value in more.items()}
        filters = FilterState.from_query(self.filters.specs, query)
        return filters.to_search(rule=self.rule, lang=self.language)


@dataclass(frozen=True, slots=True)
class Asking:
    """The data as one view narrows them."""

    snapshot: Snapshot
    settings: Settings
    view: View

    def answer(self, key: str, by: tuple[str, ...] = (), **where: tuple) -> Answer:
        """One metric under the view's filters; `where` sets some of them otherwise."""
        chosen = {**self.view.filters.where(), **where}
        return ask(Question.of(key, by, chosen, self.view.rule), self.snapshot, self.settings)

    def district(self, key: str) -> Value | None:
        """The whole district's value beside which schools are seen; other filters stay."""
        everywhere = dict.fromkeys(OF_SCHOOLS, ())
        rows = self.answer(key, **everywhere).rows
        return rows[0] if rows and rows[0].value is not None else None

    def unit(self, key: str) -> str:
        return metric(key).unit
