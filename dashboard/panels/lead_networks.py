"""Lead and base networks: their schools and teachers, and the member where nobody is certified."""

from dashboard.i18n import t
from dashboard.panels import mentor_words, words
from dashboard.panels.empty import nothing, why
from dashboard.panels.networks import Network, address, alone, certified, networks, told
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A network is shown whole, whichever of its schools are chosen."""
    key, language = block.metrics[0], view.language
    answer = certified(key, asking, ("network",))
    found = networks(asking, answer.taken.on)
    stem = f"block.{page.key}.{block.key}"
    if not found:
        return Panel(t(stem, language), "", empty=no_network(page, block, asking))
    by_school = certified(key, asking, ("network", "school"))
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, when=words.when(answer, language)),
        columns=_columns(key, language),
        rows=tuple(_row(page, network, (answer, by_school), asking) for network in found),
    )


def no_network(page: Page, block: Block, asking: Asking) -> str:
    """None was ever imported, or none is live on the day or has a chosen school."""
    said = why(page, block, asking)
    none = t("networks.none_live", asking.view.language)
    return none if said == nothing(asking) == t("panel.empty", asking.view.language) else said


def _columns(key: str, language: str) -> tuple[Column, ...]:
    return (
        Column("name", t("filter.network", language)),
        Column("kind", t("networks.kind", language)),
        Column("lead", t("networks.lead", language)),
        Column("members", t("networks.members", language), unit="count"),
        Column("teachers", t(f"metric.{key}.denominator", language), unit="count"),
        Column("certified", t(f"metric.{key}.numerator", language), unit="count"),
        Column("value", t("networks.share", language), unit="percent"),
        Column("interval", t("panel.interval", language)),
        Column("nobody", t("networks.where_nobody", language)),
    )


def _row(
    page: Page, network: Network, answers: tuple[Answer, Answer], asking: Asking
) -> tuple[Cell, ...]:
    whole, by_school = answers
    key, language = whole.question.metric, asking.view.language
    value = whole.by_key().get((network.id,)) or Value((network.id,), 0, 0, 0, None, flag="x")
    return (
        Cell(network.name, href=address(page, network, asking)),
        Cell(t(f"choice.{network.kind}", language)),
        Cell(", ".join(mentor_words.school(lead, asking) for lead in network.leads)),
        words.count(len(network.schools), language),
        words.count(value.denominator, language),
        words.count(value.numerator, language),
        words.cell(value, key, language),
        Cell(words.interval(value, key, language)),
        Cell("; ".join(told("networks.nobody", alone(network, by_school), asking))),
    )
