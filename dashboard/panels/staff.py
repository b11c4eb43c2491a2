"""What those are told who see no single teachers."""

from dashboard.i18n import t
from dashboard.panels.view import Asking
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel

MENTORS = "mentors_live"


def person(code: str, asking: Asking) -> str:
    """The code of a mentor or a teacher, or just that it is one."""
    return code if asking.sees_staff else t("staff.somebody", asking.view.language)


def not_for_you(page: Page, block: Block, asking: Asking) -> Panel:
    """In place of a list of persons."""
    language = asking.view.language
    title = t(f"block.{page.key}.{block.key}", language)
    return Panel(title, "", empty=t("staff.not_for_you", language))


def counts_mentors(asking: Asking) -> bool:
    """Whether mentors may be counted as the view narrows them: as the metric of them says."""
    return asking.sees_staff or all(row.flag != "c" for row in asking.answer(MENTORS).rows)


def few_directions(asking: Asking) -> frozenset[str]:
    """Directions that are not told, since they have few mentors or could be worked out."""
    rows = asking.answer(MENTORS, ("direction",)).rows
    return frozenset(row.key[0] for row in rows if row.flag == "c")


def with_few(about: str, asking: Asking) -> str:
    """It is said where directions are missing."""
    if not few_directions(asking):
        return about
    limit = asking.settings.hide_below
    return f"{about} {t('staff.few_directions', asking.view.language, limit=limit)}"
