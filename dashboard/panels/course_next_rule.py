"""By which rule places on a course are given, in order; it is shown, so that all can check it."""

from dashboard.i18n import integer, plural, t
from dashboard.panels import course_people, words
from dashboard.panels.needs import needs
from dashboard.panels.switches import switch
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel
from dashboard.statistics.course_next import most_of_a_school

STEPS = ("without", "nobody", "young", "low", "longest", "share", "name")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """The kind can be turned here unless the filter has chosen it."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    if course_people.staff(block.metrics[0], asking) is None:
        return course_people.absent(page, block, asking)
    kind = course_people.kind(page, view)
    by_filter = view.filters.where().get("course_kind", ()) == (kind,)
    turned = ("places",) if by_filter else (course_people.OPTION, "places")
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, kind=t(f"choice.{kind}", language)),
        sentences=tuple(
            f"{integer(number, language)}. {_said(step, page, asking)}"
            for number, step in enumerate(STEPS, start=1)
        ),
        switches=tuple(switch(page, view, key) for key in turned),
    )


def _said(step: str, page: Page, asking: Asking) -> str:
    language = asking.view.language
    if step == "share":
        most = most_of_a_school(int(asking.view.option(page, "places")))
        return plural("sending.rule.share", most, language, number=integer(most, language))
    if step == "low":
        when = words.time(needs(page, asking).taken, language)
        return t("sending.rule.low", language, when=when or words.NOTHING)
    return t(f"sending.rule.{step}", language)
