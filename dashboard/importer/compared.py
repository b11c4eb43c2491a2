"""A report of percentages alone beside the counts that are loaded: which of them follow?"""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.importer.outcome import Outcome
from dashboard.importer.printed_rates import PLACE, Rate
from dashboard.importer.rates import Counts, is_possible, possible
from dashboard.spec.problem import Problem
from dashboard.store import sql
from dashboard.store.transaction import Draft

COUNTS = ("roster", "n5", "n4", "n3", "n2", "not_assessed", "no_mark")
REFUSALS = ("percent_only", "no_school")
FEWEST = 5  # pupils; of fewer nothing is told anywhere
NEEDED = ("year", "period")
OF_PUPILS = ("quality", "pass_rate")  # what follows from the lowest marks of pupils


def compared(draft: Draft, outcome: Outcome) -> Outcome:
    """The same refusal; it says how many percentages agree, and each that does not."""
    rates = [rate for rate in outcome.printed if _is_of_something(rate)]
    stored = _stored(draft, rates) if rates else []
    there = [(rate, found) for rate in rates if (found := _counts(rate, stored))]
    if not there:
        return outcome
    wrong = [_problem(*one) for one in there if not _agrees(*one)]
    schools = len({row.school_id for row in stored})
    about = {"of": len(there), "agree": len(there) - len(wrong), "schools": schools}
    told = (_with(problem, about) for problem in outcome.problems)
    return replace(outcome, problems=(*told, *wrong))


def _with(problem: Problem, about: dict[str, int]) -> Problem:
    if problem.check not in REFUSALS:
        return problem
    return replace(problem, about={**about, "say": f"{problem.check}_compared"})


def _agrees(rate: Rate, counts: Counts) -> bool:
    return is_possible(rate.name, rate.printed, counts)


def _is_of_something(rate: Rate) -> bool:
    """Averages that are noughts are no averages; without a year and a period nothing is meant."""
    known = rate.name in OF_PUPILS or "subject_id" in rate.of
    value = rate.printed[0] or rate.name != "mean_mark"
    return bool(known and value and all(rate.of.get(name) for name in NEEDED))


def _stored(draft: Draft, rates: Sequence[Rate]) -> list:
    """One question for all of them."""
    of = {
        key: sorted({rate.of[name] for rate in rates if name in rate.of})
        for key, name in (("year", "year"), ("period", "period"), ("school", "school_id"))
    }
    if any("school_id" not in rate.of for rate in rates):
        of["school"] = []
    query = sql.load("checks/loaded_counts")
    return draft.connection.execute(query.statement, sql.bound(query, of)).fetchall()


def _counts(rate: Rate, stored: Sequence) -> Counts | None:
    """The sum of all that the rate is of."""
    counted = "marks" if "subject_id" in rate.of else "pupil_groups"
    said = [(name, rate.of[name]) for name in PLACE if rate.of.get(name) is not None]
    fitting = [
        row
        for row in stored
        if row.counted == counted and all(getattr(row, name) == value for name, value in said)
    ]
    counts = {name: sum(getattr(row, name) for row in fitting) for name in COUNTS}
    return counts if counts["n5"] + counts["n4"] + counts["n3"] + counts["n2"] >= FEWEST else None


def _problem(rate: Rate, counts: Counts) -> Problem:
    computed = tuple(dict.fromkeys(possible(rate.name, counts)))
    about = {"printed": (rate.printed[0],), "computed": computed}
    place = (rate.sheet or None, rate.row, rate.heading, rate.text)
    return Problem("percent_differs", "warning", *place, about)
