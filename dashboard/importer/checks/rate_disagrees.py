"""Does a printed rate follow from the counts, by any of the rules in use?"""

from collections.abc import Iterator, Sequence

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.rates import Counts, agrees, counts_of, possible
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

# Over all marks of a class, in every subject: at least what the lowest mark of each pupil gives.
OF_ALL_SUBJECTS = {"mean_mark": 0.05, "sou": 1.0}  # and how much is passed over
EMPTY_AS_NOUGHT = ("mean_mark",)  # a spreadsheet writes 0 for "no value" among averages


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    return [problem for row in rows if row.printed for problem in _row(row)]


def suspects(columns: Columns, facts: Facts) -> None:
    """A file with printed rates is never read by columns."""


def _row(row: Row) -> Iterator[Problem]:
    counts = counts_of(row)
    for name, printed in row.printed.items() if counts else ():
        of_all = row.table == "pupil_groups" and name in OF_ALL_SUBJECTS
        if not printed[0] and (of_all or name in EMPTY_AS_NOUGHT):
            continue
        problem = (_too_low if of_all else _differing)(row, name, printed, counts)
        if problem is not None:
            yield problem


def _differing(row: Row, name: str, printed: tuple[float, int], counts: Counts) -> Problem | None:
    found = possible(name, counts)
    if any(agrees(*printed, rate) for rate in found):
        return None
    about = {"printed": (printed[0],), "computed": tuple(dict.fromkeys(found))}
    return row.problem("rate_disagrees", "warning", name, value=_text(printed), **about)


def _too_low(row: Row, name: str, printed: tuple[float, int], counts: Counts) -> Problem | None:
    value, decimals = printed
    least = min(possible(name, counts))
    whole = 100 * value if name == "sou" and value <= 1 else value
    if whole >= least - OF_ALL_SUBJECTS[name] - 0.5 * 10.0**-decimals:
        return None
    about = {"printed": (value,), "computed": (least,), "say": "rate_too_low"}
    return row.problem("rate_disagrees", "warning", name, value=_text(printed), **about)


def _text(printed: tuple[float, int]) -> str:
    value, decimals = printed
    return f"{value:.{decimals}f}"
