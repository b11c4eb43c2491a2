"""What a person chose on a page, and asking the data in that light."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote_plus

from dashboard.metrics import ask, metric
from dashboard.roles import sees_staff
from dashboard.settings import Settings
from dashboard.spec.answer import Answer, Question
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Option, Page
from dashboard.store.current import Snapshot

OF_SCHOOLS = frozenset({"district", "aimak", "school", "language"})
SMALL = "shown"  # the only value of `small` in an address
ROWS = "rows"  # the only value of `from` in an address


@dataclass(frozen=True, slots=True)
class View:
    """One address of one page, read."""

    filters: FilterState
    language: str
    rule: str = ""  # "": the setting's
    sort: str = ""  # a column's name, "-" before it for the other way
    tab: str = ""
    options: tuple[tuple[str, str], ...] = ()  # of the page's own, those not at their usual value
    small: bool = False  # asked to see small numbers; the setting has the last word
    rows: bool = False  # every number leads to the rows that it was counted from

    def option(self, page: Page, key: str) -> str:
        """The value in use of one of the page's options."""
        return dict(self.options).get(key) or page.option(key).values[0]

    def turned(self, key: str, value: str) -> "View":
        """The same view with one option at another value."""
        return replace(self, options=tuple(sorted({**dict(self.options), key: value}.items())))

    def search(self, page: Page, /, **instead: str) -> str:
        """The one search string of this view of the page. `instead` replaces what stands beside
        the filters: rule, sort, view, small, lang."""
        used = dict(self.options)
        turned = {o.key: used[o.key] for o in page.options if _turned(o, used.get(o.key))}
        beside = {
            "rule": self.rule,
            "sort": self.sort,
            "view": "" if page.tabs and self.tab == page.tabs[0] else self.tab,
            **turned,
            "small": SMALL if self.small else "",
            "from": ROWS if self.rows else "",
            "lang": self.language,
        }
        return self.filters.to_search(**(beside | instead))

    def narrower(self, **more: object) -> str:
        """The address's query with some filters set to one value."""
        return self.narrowing(*more)(*more.values())

    def narrowing(self, *names: str) -> Callable[..., str]:
        """The same for many links of one view: what they share is written once."""
        keys = [s.key for s in self.filters.specs if s.key in names or self.filters.values[s.key]]
        rule = [f"rule={self.rule}"] if self.rule else []
        small = [f"small={SMALL}"] if self.small else []
        rows = [f"from={ROWS}"] if self.rows else []
        parts = [*map(self.filters.written, keys), *rule, *small, *rows, f"lang={self.language}"]
        places = [(keys.index(name), name) if name in keys else None for name in names]

        def narrowed(*values: object) -> str:
            for place, value in zip(places, values):
                if place is not None:
                    parts[place[0]] = f"{place[1]}={_quoted(value)}"
            return "?" + "&".join(parts)

        return narrowed


def _turned(option: Option, value: str | None) -> bool:
    return value not in (None, option.values[0]) and option.knows(value)


@lru_cache(maxsize=4096)
def _quoted(value: object) -> str:
    return quote_plus(str(value))


@dataclass(frozen=True, slots=True)
class Asking:
    """The data as one view narrows them."""

    snapshot: Snapshot
    settings: Settings
    view: View

    def answer(self, key: str, by: tuple[str, ...] = (), **where: tuple) -> Answer:
        """One metric under the view's filters; `where` sets some of them otherwise."""
        chosen = {**self.view.filters.where(), **where}
        question = Question.of(key, by, chosen, self.view.rule)
        return ask(replace(question, small=self.view.small), self.snapshot, self.settings)

    def district(self, answer: Answer) -> float | None:
        """The whole district's value beside which schools are seen; other filters stay.

        Where no school is picked out the groups of the answer are the whole district.
        """
        if not OF_SCHOOLS & self.view.filters.where().keys():
            return answer.together
        return self.answer(answer.question.metric, **dict.fromkeys(OF_SCHOOLS, ())).together

    @property
    def sees_staff(self) -> bool:
        """Whether single teachers may be shown."""
        return sees_staff(self.settings)

    def unit(self, key: str) -> str:
        return metric(key).unit
