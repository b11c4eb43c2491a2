"""One school's courses: how many of its teachers hold one that counts, and of which kinds."""

from dashboard.filters import COURSE_KIND
from dashboard.i18n import integer, t
from dashboard.panels import course_words, words
from dashboard.panels.passport import alone, own_school
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def _courses(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """One line, with the page of courses behind it. Of few teachers nothing is told."""
    key, language = block.metrics[0], view.language
    found = course_words.whole(key, asking)
    if quiet := course_words.silent(page, block, found, asking):
        return quiet
    stem = f"block.{page.key}.{block.key}"
    by_kind = asking.answer(key, ("course_kind",)).by_key()
    href = f"/courses?school={own_school(asking)}&lang={language}"
    said = t(
        "courses.of_school",
        language,
        metric=t(f"metric.{key}", language),
        value=words.shown(found.value.value, key, language),
        base=course_words.base(found.value, key, language),
    )
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, when=words.when(found.answer, language)),
        columns=(
            Column("name", t(f"metric.{key}", language)),
            Column("kinds", t("filter.course_kind", language)),
        ),
        rows=(
            (Cell(said, href=href, tone=_side(found.value, key, asking)), _kinds(by_kind, asking)),
        ),
    )


make = alone(_courses)


def _kinds(by_kind: dict[tuple, Value], asking: Asking) -> Cell:
    """«Level programmes 3 · ICT 5»: the kinds that anybody holds."""
    language = asking.view.language
    counts = {kind: by_kind[(kind,)].numerator for kind in COURSE_KIND.closed if (kind,) in by_kind}
    told = [
        f"{t(f'choice.{kind}', language)} – {integer(int(count), language)}"
        for kind, count in counts.items()
        if count
    ]
    return Cell(" · ".join(told))


def _side(value: Value, key: str, asking: Asking) -> float:
    """Lower or higher than the district by more than chance; grey where that cannot be told."""
    district = asking.district(asking.answer(key))
    if district is None or words.interval(value, key, asking.view.language) == "":
        return 0.0
    return float(value.low > district) - float(value.high < district)
