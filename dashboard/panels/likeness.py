"""Which schools are most like a school: by size, language, place and being small, as weighed."""

from functools import partial

from dashboard.metrics.registers import School, schools
from dashboard.panels.view import Asking
from dashboard.roles import sees_small
from dashboard.spec.page import Page
from dashboard.statistics.similarity import PLACE, Features, nearest

NEAREST = 8
SMALL_BELOW = 180  # pupils
SMALL_KINDS = frozenset({"primary", "basic"})
# feature → the page's option that weighs it
WEIGHTS = {"size": "w_size", "language": "w_language", PLACE: "w_place", "small": "w_small"}

Near = tuple[str, float]  # a school's id, its distance 0-1


def most_similar(own: str, page: Page, asking: Asking) -> list[Near]:
    """The eight nearest, the most similar first; fewer where the district has fewer. One that
    has closed is beside none but itself."""
    known = partial(known_pupils, asking=asking)
    all_features = {
        key: _features(one, known(one))
        for key, one in schools(asking.snapshot).items()
        if key == own or one.closed is None
    }
    return nearest(own, all_features, weights(page, asking), NEAREST)


def weights(page: Page, asking: Asking) -> dict[str, float]:
    """Feature → weight, as the page's options have them."""
    return {name: float(asking.view.option(page, key)) for name, key in WEIGHTS.items()}


def small(school: School) -> bool | None:
    """Fewer than 180 pupils, or primary or basic; None where neither is known."""
    if school.kind in SMALL_KINDS:
        return True
    return school.pupils < SMALL_BELOW if school.pupils is not None else None


def known_pupils(school: School, asking: Asking) -> int | None:
    """The size in the register, unless it is so small that it is hidden like any count."""
    settings = asking.settings
    opened = asking.view.small and sees_small(settings)
    if school.pupils is None or (school.pupils < settings.hide_below and not opened):
        return None
    return school.pupils


def _features(school: School, pupils: int | None) -> Features:
    """A hidden size is left out: from a distance it could be worked out again."""
    return {
        "size": pupils,
        "language": school.language,
        PLACE: school.place,
        "small": small(school),
    }
