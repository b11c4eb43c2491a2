"""The denominator rules: who counts among those who could have a mark.

Source: «Формулы показателей успеваемости» of Сетевой Город for `without_exempt` (the pupils
«н/а» stay in), whole roster as in the Belgorod e-school, assessed only as in mektep tools.
"""

from collections.abc import Mapping

from dashboard.filters import RULES

RULE_WEIGHTS: Mapping[str, Mapping[str, int]] = {
    "without_exempt": {
        "roster": 1,
        "exempt": -1,
        "credited": -1,
        "not_credited": -1,
        "no_mark": -1,
    },
    "assessed": {"n5": 1, "n4": 1, "n3": 1, "n2": 1},
    "roster": {"roster": 1},
}
KEEPS_NOT_ASSESSED = frozenset({"without_exempt", "roster"})

if set(RULE_WEIGHTS) != set(RULES):
    raise AssertionError("every rule of the address needs its weights")
