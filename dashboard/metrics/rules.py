"""The denominator rules: who counts among those who could have a mark.

`without_exempt` is the rule of Сетевой Город («Формулы показателей успеваемости»): the pupils «н/а»
stay in; exempt, credited, not credited and those without any mark (`without_mark`) do not. The
whole roster is the rule of the Belgorod e-school, assessed pupils only that of mektep tools.
"""

from collections.abc import Mapping

from dashboard.filters import RULES

RULE_WEIGHTS: Mapping[str, Mapping[str, int]] = {
    "without_exempt": {"roster": 1, "without_mark": -1},
    "assessed": {"n5": 1, "n4": 1, "n3": 1, "n2": 1},
    "roster": {"roster": 1},
}
KEEPS_NOT_ASSESSED = frozenset({"without_exempt", "roster"})

if set(RULE_WEIGHTS) != set(RULES):
    raise AssertionError("every rule of the address needs its weights")
