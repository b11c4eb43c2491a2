"""One school's pupils from grade 4 to 5, in sentences: the change, and what of it is its own."""

from dashboard.i18n import percent, t
from dashboard.metrics.registers import schools
from dashboard.panels import signed, words
from dashboard.panels.cohort import when, why_empty
from dashboard.panels.cohorts import Cohorts, OfSchool, cohorts
from dashboard.panels.passport import alone, own_school, shown
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel


def _cohort(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Nothing is said of a hidden grade but that it is hidden."""
    key, language = block.metrics[0], view.language
    found = cohorts(key, asking)
    title = t(f"block.{page.key}.{block.key}", language)
    if found.district is None:
        return Panel(title, "", empty=why_empty(found, asking))
    own = next((each for each in found.schools if each.school == own_school(asking)), None)
    if own is None or own.change is None:
        flag = "x" if own is None else own.flag
        return Panel(title, "", empty=t(f"school.cohort.{flag}", language))
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, when=when(found, language)),
        sentences=_sentences(found, own, key, asking),
    )


make = alone(shown(_cohort))


def _sentences(found: Cohorts, own: OfSchool, key: str, asking: Asking) -> tuple[str, ...]:
    language, mine, change = asking.view.language, own.cohort, own.change
    kind = ("fell" if change.beyond < 0 else "rose") if change.real else "unclear"
    name = schools(asking.snapshot)[own.school].name
    return (
        t(
            "school.cohort.change",
            language,
            school=name,
            before=words.shown(mine.before, key, language),
            after=words.shown(mine.after, key, language),
            size=signed.points(change.change, language),
        ),
        t(
            f"school.cohort.{kind}",
            language,
            size=signed.points(change.beyond, language),
            between=signed.between(change.low, change.high, language),
        ),
        t("school.cohort.retention", language, share=percent(change.retention, language, 0)),
        *([t("school.cohort.pooled", language, years=own.years)] if own.years > 1 else []),
    )
