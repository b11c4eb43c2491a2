"""Which findings are told: the strongest, with variety."""

from collections import Counter
from collections.abc import Iterable

from dashboard.panels.attention.finding import TONES, Finding

MOST = 7  # more is a list, not a message
OF_A_KIND = 3


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """At most seven, at most three of a kind: worse before better, of these the heaviest first.

    Every kind has its strongest told before any kind has a second one; within a kind each school
    is told once before one is told twice.
    """
    found = _in_turn(sorted(findings, key=_order))
    places = Counter()
    turns = []
    for finding in found:
        turns.append((places[finding.kind], finding))
        places[finding.kind] += 1
    told = sorted((turn for turn in turns if turn[0] < OF_A_KIND), key=_turn)[:MOST]
    return sorted((finding for _, finding in told), key=_order)


def _in_turn(ordered: list[Finding]) -> list[Finding]:
    """What a school has a second time in a kind stands behind what others have once."""
    times = Counter()
    turns = []
    for finding in ordered:
        of = (finding.kind, finding.about)
        turns.append((times[of] if finding.about else 0, finding))
        times[of] += 1
    return [finding for _, finding in sorted(turns, key=_turn)]


def _turn(turn: tuple[int, Finding]) -> tuple:
    return turn[0], *_order(turn[1])


def _order(finding: Finding) -> tuple:
    """The worse before the better before the neutral; of equal weight by key."""
    return list(TONES).index(finding.tone), -finding.weight, finding.key
