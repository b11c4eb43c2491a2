"""Writers of exports, one layout per module."""

from collections.abc import Callable, Iterator

from dashboard.sample.export import File, Report
from dashboard.sample.writers import (
    canonical,
    class_report,
    journal,
    subject_sheets,
    teacher_report,
)

# By what a profile's layout begins with; the rest of its name says the variant.
WRITERS: dict[str, Callable[[Report], Iterator[File]]] = {
    "canonical": canonical.write,
    "class_report": class_report.write,
    "journal": journal.write,
    "subject_sheets": subject_sheets.write,
    "teacher_report": teacher_report.write,
}


def export(report: Report) -> Iterator[File]:
    """The files that the school sends of this year, in its own layout."""
    return next(
        write(report) for layout, write in WRITERS.items() if report.layout.startswith(layout)
    )
