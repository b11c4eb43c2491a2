"""CSV: facts first, each panel under its title, the source files last. With a BOM, for Excel."""

import csv
import io

from dashboard.exports.report import Report
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Column, Panel

MIME = "text/csv; charset=utf-8"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # Excel would take such a text for a formula


def write(report: Report) -> bytes:
    """`;` and a decimal comma where the language writes numbers so; shares as percents."""
    comma = report.language != "en"
    text = io.StringIO()
    out = csv.writer(text, delimiter=";" if comma else ",", lineterminator="\r\n")
    out.writerow([safe(report.title)])
    out.writerows([[safe(name), safe(value)] for name, value in report.facts])
    for _, panel in report.panels:
        out.writerows(_lines(panel, comma))
    out.writerows([[], [safe(t("export.sources", report.language))]])
    out.writerows([[safe(name), safe(rows)] for name, rows in report.sources])
    return text.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """A text that a spreadsheet will not run."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _lines(panel: Panel, comma: bool) -> list[list[str]]:
    if panel.empty:
        return [[], [safe(panel.title)], [safe(panel.empty)]]
    return [
        [],
        [safe(panel.title)],
        [safe(panel.about)],
        *([safe(sentence)] for sentence in panel.sentences),
        [safe(_heading(column)) for column in panel.columns],
        *([_cell(cell, comma) for cell in row] for row in panel.rows),
    ]


def _heading(column: Column) -> str:
    return f"{column.title}, %" if column.unit == "percent" else column.title


def _cell(cell: Cell, comma: bool) -> str:
    if cell.number is None:
        return safe(cell.text)
    number = cell.number * 100 if cell.unit == "percent" else cell.number
    places = cell.decimals if cell.unit in ("percent", "points") else 10
    text = f"{number:.{places}f}"
    if places == 10:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if comma else text
