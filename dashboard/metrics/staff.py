"""Counts of teachers for those who see no single ones: of the whole district and by direction.

Mentors come and go, so no partners hold from one day to the next; whatever is asked of fewer
schools or subjects is withheld. A direction of few is hidden, and the next smallest with it, since
the district's own number is told.
"""

from collections.abc import Callable
from dataclasses import replace

from dashboard.metrics.axes import ASIDE
from dashboard.metrics.cards import Metric
from dashboard.metrics.counts import narrows
from dashboard.roles import sees_staff
from dashboard.settings import Settings
from dashboard.spec.answer import Answer, Question, Value

DIRECTION = "direction"
Ask = Callable[[Question], Answer]


def is_guarded(card: Metric, settings: Settings) -> bool:
    return bool(card.persons) and not sees_staff(settings)


def guarded(question: Question, card: Metric, ask: Ask, limit: int) -> Answer:
    """`ask` answers as those who see everybody are answered. Of what is withheld not even the
    groups are told: that a school has a mentor of a subject is one teacher's affair."""
    asked, answer = _asked(question, card), ask(question)
    if asked - {DIRECTION} or _is_few(question, card, ask, limit):
        rows = () if question.by else (_hidden(()),)
        return replace(answer, rows=rows, left_out=None, together=None)
    if DIRECTION not in question.by:
        return answer
    shut = _shut(question, card, ask, limit)
    rows = tuple(_hidden(row.key) if row.key[0] in shut else row for row in answer.rows)
    return replace(answer, rows=rows, left_out=None)


def _hidden(key: tuple) -> Value:
    return Value(key, None, None, None, None, flag="c")


def _asked(question: Question, card: Metric) -> frozenset[str]:
    """The dimensions grouped by or narrowed."""
    narrowed = {key for key, values in question.where if values} & narrows(card.view)
    return frozenset({*question.by} | narrowed) - ASIDE


def _is_few(question: Question, card: Metric, ask: Ask, limit: int) -> bool:
    """The district has few, or one of the chosen directions is hidden."""
    chosen = dict(question.where).get(DIRECTION, ())
    whole = ask(replace(_of_persons(question, card), by=())).rows
    return any(_few(row, limit) for row in whole) or bool(
        _shut(question, card, ask, limit) & {*chosen}
    )


def _shut(question: Question, card: Metric, ask: Ask, limit: int) -> frozenset[str]:
    """The same directions for all metrics of these persons, or one would open the other."""
    rows = ask(replace(_of_persons(question, card), by=(DIRECTION,))).rows
    few = [row for row in rows if _few(row, limit)]
    enough = [row for row in rows if row.numerator and not _few(row, limit)]
    partner = sorted(enough, key=lambda row: (row.numerator, row.key))[:1] if few else []
    return frozenset(row.key[0] for row in (*few, *partner))


def _of_persons(question: Question, card: Metric) -> Question:
    """How many there are on the day, in the whole district."""
    where = tuple(pair for pair in question.where if pair[0] in ASIDE)
    return replace(question, metric=card.persons, where=where)


def _few(row: Value, limit: int) -> bool:
    """Persons above and below the line."""
    return any(0 < (count or 0) < limit for count in (row.numerator, row.denominator))
