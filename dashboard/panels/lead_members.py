"""The schools of one network: how many of their teachers are certified, and where nobody is."""

from collections.abc import Mapping

from dashboard.i18n import t
from dashboard.panels import words
from dashboard.panels.lead_networks import no_network
from dashboard.panels.networks import Network, alone, certified, networks, pick, switch, told
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Of the network that the page's option names; by name, those where nobody is first in
    words."""
    key, language = block.metrics[0], view.language
    answer = certified(key, asking, ("network",))
    found = networks(asking, answer.taken.on)
    stem = f"block.{page.key}.{block.key}"
    if not found:
        return Panel(t(stem, language), "", empty=no_network(page, block, asking))
    used = pick(found, view.option(page, "network"))
    values = alone(used, certified(key, asking, ("network", "school")))
    whole = answer.by_key().get((used.id,))
    reference = whole.value if whole else None
    return Panel(
        title=f"{t(stem, language)}: {used.name}",
        about=_about(stem, used, values, (answer, whole), asking),
        columns=_columns(key, language),
        rows=tuple(_row(block.path(page), key, s, v, asking) for s, v in values.items()),
        reference=reference,
        reference_text=_reference(reference, key, language),
        switches=(switch(page, found, used, asking),) if len(found) > 1 else (),
    )


def _about(
    stem: str,
    used: Network,
    values: Mapping[str, Value],
    of: tuple[Answer, Value | None],
    asking: Asking,
) -> str:
    answer, whole = of
    language, key = asking.view.language, answer.question.metric
    said = told("networks.nobody.said", values, asking)
    value = words.parts(whole, key, language)["text"]
    when = words.when(answer, language)
    said.append(t(f"{stem}.about", language, when=when, network=used.name, value=value))
    return " ".join(said)


def _reference(reference: float | None, key: str, language: str) -> str:
    if reference is None:
        return ""
    return t("networks.whole", language, value=words.shown(reference, key, language))


def _columns(key: str, language: str) -> tuple[Column, ...]:
    return (
        Column("name", t("filter.school", language)),
        Column("value", t("networks.share", language), unit="percent"),
        Column("interval", t("panel.interval", language)),
        Column("certified", t(f"metric.{key}.numerator", language), unit="count"),
        Column("teachers", t(f"metric.{key}.denominator", language), unit="count"),
    )


def _row(path: str, key: str, school: str, value: Value, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    return (
        Cell(
            words.name("school", school, asking.snapshot, language),
            href=path + asking.view.narrower(school=school),
        ),
        words.cell(value, key, language),
        Cell(words.interval(value, key, language)),
        words.count(value.numerator, language),
        words.count(value.denominator, language),
    )
