"""How both blocks of «did it help» say what they compare, or why there is nothing to compare."""

from datetime import date

from dashboard.i18n import day, integer, order, t
from dashboard.metrics.course_effect import Span
from dashboard.panels import switches, words
from dashboard.panels.course_effect import SIDES, Compared, Ground, ground_of
from dashboard.panels.empty import nothing
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Choice, Panel, Switch
from dashboard.statistics.difference_in_differences import FEWEST

SUBJECT = "effect_subject"


def turns(page: Page, view: View, ground: Ground) -> tuple[Switch, ...]:
    """The kind, unless the filter says it, and the subjects that can be compared."""
    by_filter = view.filters.where().get("course_kind", ()) == (ground.kind,)
    kinds = () if by_filter else (switches.switch(page, view, "course"),)
    return (*kinds, _subjects(page, view, ground))


def _subjects(page: Page, view: View, ground: Ground) -> Switch:
    """All together first; a chosen one that cannot be compared stays, so that it can be left."""
    used, language = view.option(page, SUBJECT), view.language
    there = {*ground.subjects(), *([used] if used else [])}
    by_name = sorted(there, key=lambda key: order(subject(key, ground.asking), language))
    choices = tuple(
        Choice(
            key,
            subject(key, ground.asking),
            page.path + view.turned(SUBJECT, key).search(page),
            key == used,
        )
        for key in ("", *by_name)
    )
    return Switch(SUBJECT, t(f"option.{SUBJECT}", language), choices)


def subject(key: str, asking: Asking) -> str:
    """«Алгебра»; of none that all are together."""
    language = asking.view.language
    if not key:
        return t("course_effect.all_subjects", language)
    return words.name("subject", key, asking.snapshot, language)


def kind(ground: Ground) -> str:
    return t(f"choice.{ground.kind}", ground.asking.view.language)


def when(first: str, second: str, period: str, language: str) -> str:
    """«1-я четверть, 2025-2026 → 2026-2027»."""
    return f"{t(f'period.{period}', language)}, {first} → {second}"


def rule(found: Compared, ground: Ground) -> dict[str, str]:
    """What the rule of the sides is told with."""
    span, language = found.span, ground.asking.view.language
    return {
        "subject": subject(found.subject, ground.asking),
        "when": when(span.before, span.after, span.period, language),
        "kind": kind(ground),
        **_days(span, language),
    }


def _days(span: Span, language: str) -> dict[str, str]:
    days: dict[str, date] = {"first": span.first, "last": span.last, "until": span.until}
    return {name: day(value, language) for name, value in days.items()}


def why_not(page: Page, ground: Ground, found: Compared | None) -> str:
    """Why nothing is compared; "" where it is."""
    language = ground.asking.view.language
    if not ground.known:
        return t(f"block.{page.key}.helped.empty", language)
    if found is None:
        return t("course_effect.one_year", language) if ground.marked else nothing(ground.asking)
    return "" if found.enough else _too_few(page, found, ground)


def _too_few(page: Page, found: Compared, ground: Ground) -> str:
    """Of one subject it is not said how many schools there are: where each has one teacher of it
    and all were trained, or none, that tells of each."""
    language = ground.asking.view.language
    least = {"fewest": integer(FEWEST, language), **rule(found, ground)}
    if found.subject:
        return t("course_effect.few.subject", language, **least)
    there = {name: integer(len(found.side(name)), language) for name in SIDES}
    few = t("course_effect.few", language, **least, **there)
    return f"{few} {_instead(page, ground)}".strip()


def _instead(page: Page, ground: Ground) -> str:
    """The kinds of which there are enough schools."""
    language = ground.asking.view.language
    others = [ground_of(kind, ground.asking) for kind in page.option("course").values]
    named = [kind(each) for each in others if (made := each.compared("")) and made.enough]
    return t("course_effect.instead", language, kinds=", ".join(named)) if named else ""


def empty(page: Page, block: Block, ground: Ground, why: str) -> Panel:
    language = ground.asking.view.language
    title = t(f"block.{page.key}.{block.key}", language)
    turned = turns(page, ground.asking.view, ground) if ground.known else ()
    return Panel(title, "", empty=why, switches=turned)
