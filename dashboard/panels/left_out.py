"""Which rule the rates follow, and what it leaves out: said on every tab."""

from dashboard.filters import RULES
from dashboard.i18n import integer, plural, t
from dashboard.panels import words
from dashboard.panels.empty import nothing
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """One sentence on the rule, one on what it leaves out."""
    language = view.language
    answer = asking.answer(block.metrics[0])
    title = t(f"block.{page.key}.{block.key}", language)
    if not any(row.flag != "x" for row in answer.rows):
        return Panel(title, "", empty=nothing(asking))
    rule = answer.taken.rule or RULES[0]
    name = t("left_out.rule", language, rule=t(f"rule.{rule}", language))
    return Panel(title, "", sentences=(f"{name} {_left(answer, rule, language)}",))


def _left(answer: Answer, rule: str, language: str) -> str:
    """Of a hidden group it is not said how many of it the rule leaves out."""
    left = answer.left_out
    if left is None:
        return t("left_out.hidden", language)
    if not left:
        return t("left_out.none", language)
    number, when = integer(left, language), words.when(answer, language)
    return plural(f"left_out.{rule}", left, language, number=number, when=when)
