"""One question, one answer: counts weighed, divided, hidden where few, with their interval."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from dashboard.errors import WrongCall
from dashboard.filters import RULES
from dashboard.metrics.axes import ASIDE, OVERLAPPING, READINGS, TIMES
from dashboard.metrics.blocks import facts_of, present
from dashboard.metrics.cards import Metric, metric
from dashboard.metrics.counts import Counts, counts, narrows, takes
from dashboard.metrics.expected import expected
from dashboard.metrics.fractions import Fraction, added, fraction_of
from dashboard.metrics.hiding import hidden_keys
from dashboard.metrics.normed import hidden_normed, normed_of
from dashboard.metrics.staff import guarded, is_guarded
from dashboard.metrics.times import taken, usual
from dashboard.roles import sees_small
from dashboard.settings import Settings
from dashboard.spec.answer import Answer, Asked, Question, Taken, Value
from dashboard.statistics.intervals import wilson
from dashboard.store import sql
from dashboard.store.current import Snapshot

Hiding = Callable[[tuple[str, ...], list[tuple]], frozenset[tuple]]


def ask(question: Question, snapshot: Snapshot, settings: Settings) -> Answer:
    """Raises WrongCall for a metric, dimension or rule that is not known."""
    card = metric(question.metric)
    of_all = partial(_ask, snapshot=snapshot, settings=settings)
    if is_guarded(card, settings):
        return guarded(question, card, of_all, settings.hide_below)
    return of_all(question)


def _ask(question: Question, snapshot: Snapshot, settings: Settings) -> Answer:
    card = metric(question.metric)
    question = replace(question, by=tuple(dict.fromkeys(question.by)))  # asked twice is asked once
    rule = _rule(question.rule or settings.rule)
    _known_dimensions(card, question.by)
    where = {key: values for key, values in question.where if values}
    times = taken(snapshot, card, question.by, where, usual(settings))
    narrow = _narrowed(card, question.by, where, times)
    counted = counts(snapshot, card.view, question.by, narrow)
    fraction = fraction_of(card, rule, settings)
    said = replace(times, rule=rule if card.ruled else None)
    asked = Asked(question, said)
    values = _values(counted, asked, fraction, card)
    hide = _hiding(snapshot, card, question, narrow, settings)
    keys = hide(question.by, [value.key for value in values])
    limit = _limit(question, card, settings)
    shown = tuple(values) if card.open else _shown(values, keys, limit, settings)
    whole = not ASIDE & {*question.by} and not hide((), [()])
    if card.value or _overlap(card, question.by):
        together = _one_of_all(question, shown, snapshot, settings)
    else:
        together = _together(counted, values, fraction, limit) if whole else None
    if question.by == ("school",):
        shown = tuple(sorted((*shown, *_silent(snapshot, values, where, asked))))
    open_to_all = card.ruled and not any(value.flag == "c" for value in shown)
    left_out = _left_out(counted, values) if open_to_all else None
    return Answer(question, shown, said, left_out, together)


def _overlap(card: Metric, by: tuple[str, ...]) -> bool:
    """Whether groups may share people: networks a school, readings all, subjects a teacher."""
    told = sql.load(f"views/{card.view}").card
    shared = told.get("same_children", ()) if told.get("axes_alone") else ()
    return bool({*by} & {*OVERLAPPING, *READINGS, *shared})


def _rule(name: str) -> str:
    if name not in RULES:
        raise WrongCall("unknown_rule", rule=name, known=", ".join(RULES))
    return name


def _known_dimensions(card: Metric, by: tuple[str, ...]) -> None:
    for name in by:
        if name not in takes(card.view):
            known = ", ".join(sorted(takes(card.view)))
            raise WrongCall("unknown_dimension", dimension=name, metric=card.key, known=known)


def _narrowed(
    card: Metric, by: tuple[str, ...], where: Mapping[str, tuple], times: Taken
) -> tuple[tuple[str, tuple], ...]:
    """What is asked for, with the times taken in place of those not grouped by."""
    narrow = {key: values for key, values in where.items() if key in narrows(card.view)}
    for name in card.times:
        if name not in by:
            narrow[name] = (getattr(times, name),)
    return tuple(sorted(narrow.items()))


def _values(counted: Counts, asked: Asked, fraction: Fraction, card: Metric) -> list[Value]:
    places = counted.places
    key_places = [places[name] for name in asked.question.by]
    pupils, expected = places[card.pupils], places["expected"]
    above, below = fraction.above(places), fraction.below(places)
    there, values = present(card.view, card.pupils, counted), []
    for row in counted.rows:
        key, denominator = tuple([row[place] for place in key_places]), below(row)
        if denominator and there(row):
            numerator = above(row)
            said = _measured(numerator, denominator, row[pupils], fraction)
            made = Value(key, numerator, denominator, row[pupils], *said, "", asked)
            values.append(made._replace(value=row[places[card.value]]) if card.value else made)
        else:
            values.append(_nothing(key, there(row), row[expected], asked))
    return values


def _nothing(key: tuple, there: bool, expected: bool, asked: Asked) -> Value:
    """No data, or none that are to be; `pupils` 0 where somebody is there whom the metric leaves
    out: of a hidden group not even that is said."""
    flag = "x" if expected else "z"
    return Value(key, 0, 0, 0 if there else None, None, flag=flag, asked=asked)


def _measured(
    numerator: float, denominator: float, pupils: int, fraction: Fraction
) -> tuple[float, float | None, float | None]:
    """The value and its interval."""
    if fraction.counted:
        return numerator, None, None
    share = numerator / denominator
    low, high = wilson(share, pupils) if fraction.interval and pupils else (None, None)
    return share, low, high


def _left_out(counted: Counts, values: list[Value]) -> int:
    """What stands on the rosters and not below the line."""
    roster = counted.places["roster"]
    return sum(row[roster] for row in counted.rows) - _below(values)


def _together(counted: Counts, values: list[Value], fraction: Fraction, limit: int) -> float | None:
    """Counts added, then divided. There are at least as many pupils as in the largest group."""
    above = added(fraction.numerator, counted)
    below = added(fraction.denominator, counted)
    many = max((value.pupils or 0 for value in values), default=0) >= limit
    if not below or not many:
        return None
    return above if fraction.counted else above / below


def _one_of_all(
    question: Question, shown: tuple[Value, ...], snapshot: Snapshot, settings: Settings
) -> float | None:
    """Medians do not add up, nor do groups that share people: that of all groups is asked for."""
    if question.by:
        return ask(replace(question, by=()), snapshot, settings).together
    return shown[0].value if shown else None


def _below(values: list[Value]) -> float:
    return sum(value.denominator for value in values)


def _silent(
    snapshot: Snapshot, values: list[Value], where: Mapping[str, tuple], asked: Asked
) -> list[Value]:
    """Schools that the filters take in, that were open then and have no row: they sent nothing."""
    there = {value.key[0] for value in values}
    return [
        Value((school.id,), 0, 0, 0, None, flag="x", asked=asked)
        for school in expected(snapshot, asked.taken)
        if school.id not in there and school.fits(where)
    ]


def _hiding(
    snapshot: Snapshot, card: Metric, question: Question, narrow: tuple, settings: Settings
) -> Hiding:
    """Which keys of an answer by some dimensions, under the question's filters, are hidden."""
    if card.open or (question.small and sees_small(settings)):
        return lambda _by, _keys: frozenset()
    where = {key: values for key, values in narrow if key not in TIMES or key == "on"}

    def hide(by: tuple[str, ...], keys: list[tuple]) -> frozenset[tuple]:
        facts = facts_of(card, narrow, settings.hide_below)
        if (normed := normed_of(card, facts)) is not None:
            return hidden_normed(snapshot, normed, by, where, keys)
        return hidden_keys(snapshot, facts, by, where, keys)

    return hide


def _limit(question: Question, card: Metric, settings: Settings) -> int:
    small = question.small and sees_small(settings)
    return 0 if card.open or small else settings.hide_below


def _shown(
    values: list[Value], hide: frozenset[tuple], limit: int, settings: Settings
) -> tuple[Value, ...]:
    return tuple([_flagged(v, v.key in hide or _few(v, limit), settings) for v in values])


def _few(value: Value, limit: int) -> bool:
    return value.value is not None and value.pupils < limit


def _flagged(value: Value, hide: bool, settings: Settings) -> Value:
    """Where nothing was marked there is nothing to hide."""
    if value.pupils is None:
        return value._replace(pupils=0)
    if hide:
        return Value(value.key, None, None, None, None, flag="c", asked=value.asked)
    if value.value is None:
        return value
    return value._replace(flag="u") if value.pupils < settings.unreliable_below else value
