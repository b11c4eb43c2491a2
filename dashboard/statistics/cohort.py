"""The same children a grade later: what changed beyond what changed for everyone."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.statistics.comparison import difference

SMALL = 30  # pupils in either grade; below this three years are pooled


@dataclass(frozen=True, slots=True)
class Cohort:
    """Shares (0-1) of one group of children in two grades, and the pupils (> 0) behind each."""

    before: float
    before_pupils: int
    after: float
    after_pupils: int

    @property
    def small(self) -> bool:
        return min(self.before_pupils, self.after_pupils) < SMALL


@dataclass(frozen=True, slots=True)
class Change:
    """All −1…1 but `retention`, the pupils in the later grade per pupil in the earlier one.

    `low` and `high` are the 95 % interval of `beyond`.
    """

    change: float
    beyond: float
    low: float
    high: float
    retention: float

    @property
    def real(self) -> bool:
        """Whether it is more than chance and the district's own change: 0 is left out."""
        return self.low > 0 or self.high < 0


def change(cohort: Cohort, district_change: float) -> Change:
    """after − before, and what is left when the district's change (of the same years) is off.

    The interval is Newcombe's for two groups, moved by the district's change, which counts as
    known. For ample groups its ends are ±1.96·√(p₄q₄/n₄ + p₅q₅/n₅), which by itself has no
    width where all or none are good. As the children are the same but not linked one by one,
    it is rather too wide than too narrow.
    Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873.
    """
    apart, low, high = difference(
        cohort.after, cohort.after_pupils, cohort.before, cohort.before_pupils
    )
    return Change(
        change=apart,
        beyond=apart - district_change,
        low=low - district_change,
        high=high - district_change,
        retention=cohort.after_pupils / cohort.before_pupils,
    )


def pooled(cohorts: Sequence[Cohort]) -> Cohort:
    """Several years (at least one) as one cohort: pupils are added, and the good among them.

    Rates are never averaged. The district's change beside it is that of its own pooled years.
    """
    before, before_pupils = _added([(each.before, each.before_pupils) for each in cohorts])
    after, after_pupils = _added([(each.after, each.after_pupils) for each in cohorts])
    return Cohort(before, before_pupils, after, after_pupils)


def _added(groups: list[tuple[float, int]]) -> tuple[float, int]:
    pupils = sum(count for _, count in groups)
    return sum(share * count for share, count in groups) / pupils, pupils
