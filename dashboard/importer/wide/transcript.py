"""Transcripts of a whole class, a block a pupil → counts of marks by subject and period.

The pupils' names stand above the blocks and are not looked at.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading, Row
from dashboard.importer.wide.blocks import Block, blocks
from dashboard.importer.wide.counting import Key, Mark, counted
from dashboard.importer.wide.mark import final_mark, is_dash, shown
from dashboard.spec.problem import Problem

OF_CLASS = ("school_id", "year", "class")
Part = tuple[Table, Reading]


def read_transcript(table: Table, options: Options) -> tuple[Part, ...]:
    """One part for each class. One pupil alone is no class: his marks would stand for all."""
    found = list(blocks(table))
    if len(found) < 2:
        problem = Problem("one_pupil", "error", table.sheet.name or None, table.heading.top + 1)
        return ((_as_marks(table, found), Reading(refusals=(problem,))),)
    classes: dict[tuple, list[Block]] = {}
    for block in found:
        classes.setdefault(_whose(block), []).append(block)
    return tuple(
        (_as_marks(table, of_class), _read(table, of_class)) for of_class in classes.values()
    )


def _whose(block: Block) -> tuple[str, ...]:
    told = (block.labels.get(name) for name in OF_CLASS)
    return tuple(fold(label.text) if label else "" for label in told)


def _as_marks(table: Table, of_class: Sequence[Block]) -> Table:
    """As a table of ours: with subject and period among its columns."""
    heading = table.heading
    places = {"subject_id": "subject", "period": "periods"}
    columns = {name: heading.columns[known] for name, known in places.items()}
    texts = {name: heading.texts[known] for name, known in places.items()}
    told = of_class[0].labels if of_class else table.labels
    return replace(table, heading=replace(heading, columns=columns, texts=texts), labels=told)


def _read(table: Table, of_class: Sequence[Block]) -> Reading:
    marks, bad = [], []
    for block in of_class:
        for found in _marks(table, block):
            (bad if isinstance(found, Problem) else marks).append(found)
    lost = {problem.about["subject"] for problem in bad}
    first = of_class[0].head + 1
    rows = [
        Row("marks", table.sheet.name, first, key.values() | parts, _headings(key))
        for key, parts in counted(mark for mark in marks if mark.key.subject not in lost).items()
    ]
    return Reading(tuple(rows), (), len(lost), tuple(_few(bad)))


def _headings(key: Key) -> dict[str, str]:
    return {"subject_id": key.subject, "roster": f"{key.subject}, {key.period}"}


def _marks(table: Table, block: Block) -> Iterator[Mark | Problem]:
    for row in block.subjects:
        cells = table.sheet.rows[row]
        subject = plain(cells[table.heading.columns["subject"]])
        for index, when in block.finals:
            kind = final_mark(cells[index])
            if kind is None:
                yield _bad_mark(table, row, (subject, when), shown(cells[index]))
            elif not is_dash(cells[index]):
                yield Mark(Key(subject, when), block.head, kind)


def _bad_mark(table: Table, row: int, of: tuple[str, str], value: str) -> Problem:
    subject, when = of
    about = {"column": when, "value": value, "subject": subject}
    sheet = table.sheet.name or None
    return Problem("bad_mark", "error", sheet, row + 1, f"{subject}, {when}", value, about)


def _few(bad: Sequence[Problem]) -> Iterator[Problem]:
    told: Counter[object] = Counter()
    for problem in bad:
        told[problem.column] += 1
        if told[problem.column] <= 5:
            yield problem
