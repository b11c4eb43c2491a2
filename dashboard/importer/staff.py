"""A list of teachers with more beside them → the list as a table of teachers alone."""

from dataclasses import replace

from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading
from dashboard.importer.rows import read_rows
from dashboard.spec import core

BESIDE = ("name",)  # tells a row of a teacher from a remark; it is never kept


def staff(table: Table) -> Table:
    """Where codes and teachers have a column each, the other holds names."""
    heading = table.heading
    code = "teacher_id" if "teacher_id" in heading.columns else "teacher"
    kept = {*core.tables()["teachers"].columns, *BESIDE} & heading.columns.keys()
    names = {code: "teacher_id"} | {name: name for name in kept - {"teacher_id"}}
    columns = {known: heading.columns[name] for name, known in names.items()}
    texts = {known: heading.texts[name] for name, known in names.items()}
    layout = replace(heading.layout, table="teachers")
    return replace(table, heading=replace(heading, layout=layout, columns=columns, texts=texts))


def completions(table: Table) -> Table:
    """The same table as one of finished courses."""
    alone = staff(table).heading
    columns = {"teacher_id": alone.columns["teacher_id"]}
    texts = {"teacher_id": alone.texts["teacher_id"]}
    layout = replace(alone.layout, table="completions")
    return replace(table, heading=replace(alone, layout=layout, columns=columns, texts=texts))


def teachers(table: Table) -> Reading:
    return read_rows(staff(table))
