"""What an import did, told to a program (JSON) and to a person (lines of text)."""

from collections import Counter
from collections.abc import Iterator

from dashboard.i18n import has, integer, number, plural, t
from dashboard.spec.batch import Batch, FileReport
from dashboard.spec.problem import Problem

SHOWN = 20  # problems of one file that the lines of text tell
FEW = 10  # files that are each told of, whatever became of them


def exit_code(batch: Batch) -> int:
    """0 all loaded or unchanged, 1 something was rejected and the rest loaded, 3 nothing loaded."""
    good = [file for file in batch.files if file.status != "rejected"]
    if not good:
        return 3
    rejected = any(file.status == "rejected" or file.rows_rejected for file in batch.files)
    return 1 if rejected else 0


def as_json(batch: Batch, language: str) -> dict:
    files = [_file(file, language) for file in batch.files]
    return {"snapshot": batch.snapshot, "files": files}


def as_text(batch: Batch, language: str) -> list[str]:
    """Of many files just those that there is something to tell of; then the sum of all."""
    few = len(batch.files) <= FEW
    told = [file for file in batch.files if few or _is_telling(file)]
    lines = [line for file in told for line in _lines(file, language)]
    lines.append(_sum(batch, language) if batch.files else t("import.no_files", language))
    if batch.snapshot is None:
        return [*lines, t("import.no_snapshot", language)]
    return [*lines, t("import.snapshot", language, snapshot=batch.snapshot)]


def message(problem: Problem, language: str) -> str:
    """What is wrong and what to do, in one or two sentences."""
    about = {"value": problem.value, "column": problem.column} | dict(problem.about)
    key = f"problem.{about.pop('say', problem.check)}"
    return t(key, language, **{name: _said(name, about[name], language) for name in about})


def place(problem: Problem, language: str) -> str:
    """«Sheet «8А», row 12, column «Класс»: », or "" for the whole file."""
    named = {"sheet": problem.sheet, "row": problem.row, "column": problem.column}
    parts = [
        t(f"import.{key}", language, value=_bare(value))
        for key, value in named.items()
        if value is not None
    ]
    return f"{', '.join(parts)}: " if parts else ""


def _said(name: str, value: object, language: str) -> object:
    """A heading or a cell without quotes of its own: the sentence has them; layouts by name."""
    if name in ("printed", "computed"):
        return "; ".join(dict.fromkeys(number(rate, language, 2) for rate in value))
    if name == "earlier_period":
        return t(f"period.{value}", language)
    if name == "accepted":
        return "; ".join(f"{_layout_name(key, language)} [{key}]" for key in value)
    return _bare(value) if name in ("column", "value") else "" if value is None else value


def _layout_name(key: str, language: str) -> str:
    own = f"layout.{key}"
    return t(own if has(own, language) else f"table.{key}", language)


def _bare(value: object) -> object:
    if value is None:
        return ""
    return value.strip('«»„“”"') if isinstance(value, str) else value


def _file(file: FileReport, language: str) -> dict:
    return {
        "path": file.path,
        "sha256": file.sha256,
        "layout": file.layout,
        "status": file.status,
        "tables": dict(file.tables),
        "rows_loaded": file.rows_loaded,
        "rows_rejected": file.rows_rejected,
        "replaced": file.replaced,
        "problems": [_problem(problem, language) for problem in file.problems],
    }


def _problem(problem: Problem, language: str) -> dict:
    return {
        "check": problem.check,
        "severity": problem.severity,
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "message": message(problem, language),
    }


def _is_telling(file: FileReport) -> bool:
    return bool(file.status == "rejected" or file.rows_rejected or file.replaced or file.problems)


def _sum(batch: Batch, language: str) -> str:
    """«288 files: 285 loaded, 2 unchanged, 1 rejected; 86,131 rows loaded.»"""
    counts = Counter(file.status for file in batch.files)
    by_status = (
        t(f"import.{status}_files", language, count=integer(counts[status], language))
        for status in ("loaded", "unchanged", "rejected")
        if counts[status]
    )
    rows = integer(sum(file.rows_loaded for file in batch.files), language)
    files = plural("import.files", len(batch.files), language)
    return t("import.sum", language, files=files, counts=", ".join(by_status), rows=rows)


def _lines(file: FileReport, language: str) -> Iterator[str]:
    yield t(f"import.{file.status}", language, path=file.path)
    if file.rows_loaded:
        yield f"  {plural('import.rows_loaded', file.rows_loaded, language)}"
    if file.rows_rejected:
        yield f"  {plural('import.rows_rejected', file.rows_rejected, language)}"
    if file.replaced:
        yield f"  {plural('import.replaced', file.replaced, language)}"
    for problem in file.problems[:SHOWN]:
        severity = t(f"import.{problem.severity}", language)
        yield f"  {severity} {place(problem, language)}{message(problem, language)}"
    if len(file.problems) > SHOWN:
        yield f"  {plural('import.more_problems', len(file.problems) - SHOWN, language)}"
