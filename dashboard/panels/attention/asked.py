"""What the kinds of finding ask: this year and a year ago, of the whole district."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.metrics import metric
from dashboard.metrics.expected import is_expected
from dashboard.metrics.registers import School, schools
from dashboard.metrics.times import taken
from dashboard.panels import words
from dashboard.panels.over_time import year_before
from dashboard.panels.view import OF_SCHOOLS, Asking
from dashboard.spec.answer import Taken, Value

Values = Mapping[tuple, Value]
# Asked before what they add up to, so that the store counts each child once (metrics.counts).
FINER = {
    (): ("school",),
    ("school",): ("grade", "school"),
    ("grade",): ("grade", "school"),
    ("subject",): ("subject", "school"),
}


NUMBER = re.compile("№ ?[0-9]+")
NO_BREAK = "\u00a0"


def numbers(register: Mapping[str, School]) -> dict[str, str]:
    """What each school is called in a short sentence: «№ 17», where that names one school."""
    found = {key: NUMBER.search(school.name) for key, school in register.items()}
    times = Counter(match[0] for match in found.values() if match)
    return {
        key: match[0].replace(" ", NO_BREAK)
        if match and times[match[0]] == 1
        else register[key].name
        for key, match in found.items()
    }


@dataclass(frozen=True, slots=True)
class Asked:
    """Asks each question once. What is usual is learnt from all schools, whatever schools are
    chosen: a school is not less unusual for being looked at alone."""

    asking: Asking
    metric: str
    path: str  # where the links lead
    kept: dict = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.asking.view.language

    @property
    def chosen(self) -> Mapping[str, tuple]:
        """The filters that are set."""
        return self.asking.view.filters.where()

    def taken(self) -> Taken:
        """The year and the period that the page is of; None where there are no data."""
        card = metric(self.metric)
        return self._once("taken", lambda: taken(self.asking.snapshot, card, (), self.chosen))

    def now(self, *by: str) -> Values:
        """Groups of the whole district in the period taken, those hidden among them."""
        return self._of_year(by, self.taken().year)

    def year_ago(self, *by: str) -> Values:
        return self._of_year(by, year_before(self.taken().year))

    def takes_in(self, school: str) -> bool:
        """Whether the filters of schools take this one in."""
        return school in self._once("schools", lambda: {s.id for s in self.schools()})

    def schools(self) -> list[School]:
        """The registered schools that the filters take in."""
        return [s for s in schools(self.asking.snapshot).values() if s.fits(self.chosen)]

    def due(self) -> list[School]:
        """Those of them that were open in the period taken."""
        return [school for school in self.schools() if is_expected(school, self.taken())]

    def subject(self, key: str) -> str:
        return words.name("subject", key, self.asking.snapshot, self.language)

    def school(self, key: str) -> str:
        """Its number where no other school has it, else its whole name."""
        return self._once("names", lambda: numbers(schools(self.asking.snapshot)))[key]

    def shown(self, value: float) -> str:
        return words.shown(value, self.metric, self.language)

    def href(self, tab: str = "", **narrower: object) -> str:
        """The page that shows more, with these filters set; on one of its tabs."""
        opened = f"&view={tab}" if tab else ""
        return self.path + self.asking.view.narrower(**narrower) + opened

    def passport(self, school: str) -> str:
        """The page of one school."""
        return "/school" + self.asking.view.narrower(school=school)

    def _of_year(self, by: tuple[str, ...], year: str) -> Values:
        if by in FINER:
            self._of_year(FINER[by], year)
        rows = self._once(by, lambda: self._both_years(by))
        return rows.get(year, {})

    def _both_years(self, by: tuple[str, ...]) -> dict[str, Values]:
        """One question for both: it costs little more than one for either."""
        year, period = self.taken().year, self.taken().period
        where = dict.fromkeys(OF_SCHOOLS, ())
        years = (year_before(year), year)
        answer = self.asking.answer(
            self.metric, ("year", *by), **where, year=years, period=(period,) if period else ()
        )
        found: dict[str, dict] = {}
        for row in answer.rows:
            found.setdefault(row.key[0], {})[row.key[1:]] = row
        return found

    def _once(self, question: object, ask: object) -> object:
        if question not in self.kept:
            self.kept[question] = ask()
        return self.kept[question]
