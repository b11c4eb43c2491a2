"""Questions as people type them: on the command line and in an address."""

from collections.abc import Iterable, Mapping, Sequence

from dashboard.errors import WrongCall
from dashboard.filters import FILTERS, RULES
from dashboard.spec.answer import Question
from dashboard.spec.filters import FilterState

KNOWN = {spec.key: spec for spec in FILTERS}


def typed(metric: str, by: Sequence[str], pairs: Iterable[str]) -> Question:
    """From KEY=VALUE texts. Raises WrongCall for a key or a value that is not known."""
    where, rule = where_and_rule(pairs)
    return Question.of(metric, tuple(by), where, rule)


def where_and_rule(pairs: Iterable[str]) -> tuple[dict[str, tuple], str]:
    """Raises WrongCall."""
    where: dict[str, list] = {}
    rule = ""
    for text in pairs:
        key, equals, value = text.partition("=")
        if not equals:
            raise WrongCall("bad_where", text=text)
        if key == "rule":
            rule = _rule(value)
        else:
            where.setdefault(key, []).append(_value(key, value))
    return {key: tuple(sorted(set(values))) for key, values in where.items()}, rule


def addressed(metric: str, query: Mapping[str, list[str]]) -> Question:
    """From an address: what it does not know is dropped, never an error."""
    filters = FilterState.from_query(FILTERS, query)
    rule = next((rule for rule in query.get("rule", ()) if rule in RULES), "")
    return Question.of(metric, tuple(query.get("by", ())), filters.where(), rule)


def _rule(value: str) -> str:
    if value not in RULES:
        raise WrongCall("unknown_rule", rule=value, known=", ".join(RULES))
    return value


def _value(key: str, value: str) -> object:
    if key not in KNOWN:
        raise WrongCall("unknown_filter", name=key, known=", ".join([*KNOWN, "rule"]))
    try:
        return KNOWN[key].parse(value)
    except ValueError:
        known = ", ".join(KNOWN[key].closed) or KNOWN[key].example or "…"
        raise WrongCall("bad_filter", name=key, value=value, known=known) from None
