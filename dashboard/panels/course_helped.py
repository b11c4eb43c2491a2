"""Did it help? In words: both sides, their difference with its interval, and that it proves
nothing."""

from collections import Counter

from dashboard.i18n import integer, plural, t
from dashboard.panels import course_effect_words as said
from dashboard.panels import signed, words
from dashboard.panels.course_effect import MARKS, SIDES, Compared, Ground, ground, mean_quality
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel
from dashboard.statistics.difference_in_differences import Effect

OUT = ("other", "few", "pupils", "marks", "nobody")  # why a school is not compared


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Told only where both sides have enough schools."""
    stands = ground(page, asking)
    found = stands.compared(view.option(page, said.SUBJECT))
    if why := said.why_not(page, stands, found):
        return said.empty(page, block, stands, why)
    stem, language = f"block.{page.key}.{block.key}", view.language
    own = f"{stem}.about.subject" if found.subject else f"{stem}.about"
    return Panel(
        title=t(stem, language),
        about=t(own, language, **said.rule(found, stands)),
        sentences=_sentences(found, stands),
        switches=said.turns(page, view, stands),
    )


def _sentences(found: Compared, stands: Ground) -> tuple[str, ...]:
    language = stands.asking.view.language
    there = (
        *(_side(name, found, language) for name in SIDES),
        _apart(found.effect, language),
        _before(found, language),
        _left_out(found, language),
        t("course_effect.no_proof", language),
    )
    return tuple(sentence for sentence in there if sentence)


def _side(name: str, found: Compared, language: str) -> str:
    schools = found.side(name)
    before, after = (words.shown(share, MARKS, language) for share in mean_quality(schools))
    return t(
        f"course_effect.{name}",
        language,
        schools=plural(
            "course_effect.schools", len(schools), language, number=integer(len(schools), language)
        ),
        trained=integer(sum(each.people.trained for each in schools), language),
        teachers=integer(sum(each.people.teachers for each in schools), language),
        before=before,
        after=after,
        size=_points(
            found.effect.change if name == "with" else found.effect.other_change, language
        ),
    )


def _apart(effect: Effect, language: str) -> str:
    apart = t("course_effect.apart", language, **_told(effect, language))
    return f"{apart} {t(_verdict(effect), language)}"


def _verdict(effect: Effect) -> str:
    if not effect.told_apart:
        return "course_effect.chance"
    return "course_effect.more" if effect.apart > 0 else "course_effect.less"


def _before(found: Compared, language: str) -> str:
    """Sides that moved apart before any course would have gone on without one."""
    effect, span = found.effect_before, found.span
    if effect is None:
        return ""
    when = said.when(span.earlier, span.before, span.period, language)
    told = t("course_effect.earlier", language, when=when, **_told(effect, language))
    verdict = "earlier_apart" if effect.told_apart else "earlier_alike"
    return f"{told} {t(f'course_effect.{verdict}', language)}"


def _told(effect: Effect, language: str) -> dict[str, str]:
    between = signed.between(effect.low, effect.high, language)
    return {"size": _points(effect.apart, language), "between": between}


def _points(share: float, language: str) -> str:
    return t("change.points", language, size=signed.points(share, language))


def _left_out(found: Compared, language: str) -> str:
    reasons = Counter(each.why_out for each in found.schools)
    parts = [
        t(f"course_effect.out.{why}", language, number=integer(reasons[why], language))
        for why in OUT
        if reasons[why]
    ]
    return t("course_effect.out", language, reasons="; ".join(parts)) if parts else ""
