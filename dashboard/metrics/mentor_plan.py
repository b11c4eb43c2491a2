"""How many mentors each direction should have: TIREK_MENTOR_PLAN, "humanities=18 preschool=5"."""

import re
from collections.abc import Mapping
from functools import cache

from dashboard.errors import ConfigError
from dashboard.filters import DIRECTION

EACH = re.compile(r"([a-z_]+)\s*[=:]\s*(\d+)")
NAME = "TIREK_MENTOR_PLAN"


@cache
def plan(text: str) -> Mapping[str, int]:
    """Directions that the text does not name have no plan. Raises ConfigError, which says what of
    it cannot be read: an unknown direction, no number, one direction twice."""
    found: dict[str, int] = {}
    for part in re.split(r"[\s,;]+", re.sub(r"\s*([=:])\s*", r"\1", text.strip())):
        if not part:
            continue
        match = EACH.fullmatch(part)
        if match is None or match[1] not in DIRECTION.closed or match[1] in found:
            raise ConfigError("bad_setting", name=NAME, value=part)
        found[match[1]] = int(match[2])
    return found
