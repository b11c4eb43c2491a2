"""What is hidden of children for whom a set of norms speaks.

For hiding, a set is no more than a filter of the children who read: by language, grade and the
country of the school. So their blocks are those of all readers, whatever the set, and no two sets
open what one of them hides.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dashboard.metrics.blocks import Facts
from dashboard.metrics.cards import Metric
from dashboard.metrics.hiding import Where, hidden_keys
from dashboard.metrics.norms import narrowings
from dashboard.store import sql
from dashboard.store.current import Snapshot


class Normed(NamedTuple):
    """The readers behind an answer under norms."""

    readers: Facts
    norm_set: str
    rounds: tuple[str, ...]  # in all of which there must be a norm; none: in the one looked at


def normed_of(card: Metric, facts: Facts) -> Normed | None:
    """None for a metric of all children (`under_norms` on the view's card tells of whom)."""
    told = sql.load(f"views/{card.view}").card.get("under_norms", {}).get(card.pupils)
    if told is None:
        return None
    at = dict(facts.at)
    (norm_set,) = at.pop("norm_set")
    readers = facts._replace(view=told["view"], pupils=told["pupils"], at=tuple(at.items()))
    return Normed(readers, norm_set, tuple(told.get("rounds", ())))


def hidden_normed(
    snapshot: Snapshot, normed: Normed, by: tuple[str, ...], where: Where, keys: Iterable[tuple]
) -> frozenset[tuple]:
    """As `hidden_keys`: the keys that are hidden in any part of the readers that the set takes."""
    found: set[tuple] = set()
    for round_, of_round in _by_round(by, keys, dict(normed.readers.at)).items():
        for part in narrowings(snapshot, normed.norm_set, normed.rounds or (round_,)):
            if (narrow := _both(where, part)) is not None:
                found |= hidden_keys(snapshot, normed.readers, by, narrow, of_round)
    return frozenset(found)


def _by_round(
    by: tuple[str, ...], keys: Iterable[tuple], at: Mapping[str, tuple]
) -> dict[str | None, list[tuple]]:
    """A set has other norms in other rounds."""
    if "round" not in by:
        return {next(iter(at.get("round", ())), None): list(keys)}
    found: dict[str | None, list[tuple]] = defaultdict(list)
    for key in keys:
        found[key[by.index("round")]].append(key)
    return found


def _both(where: Where, part: Where) -> dict[str, tuple] | None:
    """Both filters at once; None where nobody fits both."""
    both = dict(where)
    for name, values in part.items():
        asked = where.get(name) or values
        both[name] = tuple(one for one in values if one in asked)
        if not both[name]:
            return None
    return both
