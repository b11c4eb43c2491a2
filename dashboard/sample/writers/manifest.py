"""`manifest.csv`: what the exports themselves do not say."""

from collections.abc import Iterable

from dashboard.sample.export import File
from dashboard.sample.writers.delimited import delimited

COLUMNS = ("file", "school_id", "year", "period", "round", "class", "subject_id", "layout")


def manifest(files: Iterable[File]) -> File:
    """One row per file that needs something said."""
    rows = [{**file.said, "file": file.path} for file in files if file.said]
    cells = [[row.get(column, "") for column in COLUMNS] for row in rows]
    return File("manifest.csv", delimited([list(COLUMNS), *cells], ",", "utf-8"))
