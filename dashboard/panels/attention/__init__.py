"""What needs attention: each module here that has `findings(asked)` is a kind of finding.

The kinds report all they find; `ranking` says which are told. No finding claims a cause.
"""

from dashboard.discover import discover
from dashboard.i18n import t
from dashboard.panels import words
from dashboard.panels.attention.asked import Asked
from dashboard.panels.attention.finding import TONES, Finding
from dashboard.panels.attention.ranking import ranked
from dashboard.panels.empty import nothing
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """At most seven sentences, each with its evidence; or that nothing needs any."""
    language = view.language
    asked = Asked(asking, block.metrics[0], block.path(page))
    title = t(f"block.{page.key}.{block.key}", language)
    if asked.taken().year is None:
        return Panel(title, "", empty=nothing(asking))
    if why := _not_comparable(asked):
        return Panel(title, "", empty=why)
    found = ranked(gathered(asked))
    when = words.time(asked.taken(), language)
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, when=when),
        columns=(
            Column("name", t("attention.what", language)),
            Column("evidence", t("attention.evidence", language)),
        ),
        rows=tuple(_row(finding) for finding in found),
        sentences=() if found else (t("attention.nothing", language),),
        marks={"hint": t("attention.rule", language)},
    )


def _not_comparable(asked: Asked) -> str:
    """That all is well is said only where something could be looked at."""
    found = asked.now("school").items()
    flags = {value.flag for (school,), value in found if asked.takes_in(school)}
    if flags - {"c", "x", "z"}:
        return ""
    return t("empty.hidden", asked.language) if "c" in flags else nothing(asked.asking)


def gathered(asked: Asked) -> list[Finding]:
    """All that every kind finds."""
    kinds = discover("dashboard.panels.attention", "findings")
    return [finding for findings in kinds for finding in findings(asked)]


def _row(finding: Finding) -> tuple[Cell, ...]:
    first = Cell(finding.sentence, href=finding.href, tone=TONES[finding.tone])
    return first, Cell(finding.evidence)
