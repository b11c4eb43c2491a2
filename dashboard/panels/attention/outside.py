"""Schools outside the 99.8 % limits about the district, overall or in a subject."""

from collections.abc import Mapping

from dashboard.i18n import integer, number, percent, plural, t
from dashboard.panels.attention.asked import Asked, Values
from dashboard.panels.attention.finding import Finding
from dashboard.spec.answer import Value
from dashboard.statistics.cells import spread_about
from dashboard.statistics.funnel import CHANCE_ALONE, Z_ACTION, Spread, limits
from dashboard.statistics.gap import gap_in_pupils


def findings(asked: Asked) -> list[Finding]:
    """Below them and above them; with subjects chosen, in these alone."""
    found = _outside(asked.now("subject", "school"), asked.now("subject"), asked)
    if not asked.chosen.get("subject"):
        found += _outside(asked.now("school"), asked.now(), asked)
    return found


def _outside(groups: Values, whole: Values, asked: Asked) -> list[Finding]:
    """Each group beside the district's own value of the same; the usual spread is that of all."""
    centres = {key: centre for key in groups if (centre := _centre(whole, key)) is not None}
    shown = {key: v for key, v in groups.items() if key in centres and v.value is not None}
    spread = _spread(shown, centres)
    found = (
        _finding(value, centres[key], spread, asked)
        for key, value in shown.items()
        if not value.flag and asked.takes_in(key[-1])
    )
    return [finding for finding in found if finding is not None]


def _centre(whole: Values, key: tuple) -> float | None:
    """The school stands last in the key: without it, the district's."""
    value = whole.get(key[:-1])
    return value.value if value else None


def _spread(shown: Values, centres: Mapping[tuple, float]) -> Spread:
    found = spread_about(
        [value.value for value in shown.values()],
        [value.pupils for value in shown.values()],
        [centres[key] for key in shown],
    )
    return found if found.ratio > 1 else CHANCE_ALONE


def _finding(value: Value, centre: float, spread: Spread, asked: Asked) -> Finding | None:
    low, high = limits(centre, value.pupils, Z_ACTION, spread)
    if low <= value.value <= high:
        return None
    *subject, school = value.key[1:]
    below = value.value < low
    away = low - value.value if below else value.value - high
    tone = "low" if below else "high"
    language = asked.language
    sentence = t(
        f"attention.outside.{tone}",
        language,
        school=asked.school(school),
        what=_what(subject, asked),
        value=asked.shown(value.value),
        district=asked.shown(centre),
    )
    return Finding(
        key=("below" if below else "above", school, *subject),
        weight=away * value.pupils,
        tone=tone,
        sentence=sentence,
        evidence=_evidence(value, centre, (low, high), asked),
        href=_href(school, subject, asked),
        about=school,
    )


def _what(subject: list[str], asked: Asked) -> str:
    if subject:
        return asked.subject(subject[0])
    return t("attention.all_subjects", asked.language)


def _href(school: str, subject: list[str], asked: Asked) -> str:
    if subject:
        return asked.href(school=school, subject=subject[0])
    return asked.passport(school)


def _evidence(value: Value, centre: float, within: tuple[float, float], asked: Asked) -> str:
    language = asked.language
    gap = gap_in_pupils(value.value, value.pupils, centre)
    way = "fewer" if gap < 0 else "more"
    size, of = integer(abs(gap), language), integer(value.pupils, language)
    low, high = number(within[0] * 100, language, 0), percent(within[1], language, 0)
    fewer = plural(f"attention.gap.{way}", abs(gap), language, number=size, pupils=of)
    return f"{fewer} · {t('attention.limits', language, low=low, high=high)}"
