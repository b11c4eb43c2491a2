"""The Kyrgyz EGRA file → words, errors and seconds of each child. In its grids 0 is right."""

import re
from collections.abc import Mapping, Sequence

from dashboard.importer.diagnosis.clock import keyed_time
from dashboard.importer.diagnosis.tablet import (
    Child,
    Wrong,
    asked_of,
    children,
    has_read_nothing,
    headings,
    is_set,
    lacks_language,
    of_child,
    reading,
    refused,
)
from dashboard.importer.normalise.school_class import letter
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading
from dashboard.spec.sheet import Cell

ITEM, QUESTION = re.compile(r"rp[0-9]+", re.I), re.compile(r"rpc[0-9]+", re.I)
RIGHT = {"0": 1, "1": 0}
ANSWERS = {"correct": 1, "1": 1, "incorrect": 0, "0": 0, "no answer": 0}


def read_kyrgyz_egra(table: Table, options: Options) -> tuple[tuple[Table, Reading], ...]:
    if lacks_language(table):
        return refused(table, "missing_language")
    found = children(table)
    heads = headings(table)
    items = [text for text in heads if ITEM.fullmatch(text)]
    asked = asked_of(table, found, [text for text in heads if QUESTION.fullmatch(text)])
    return reading(table, found, lambda child: _values(table, child, items, asked))


def _values(
    table: Table, child: Child, items: Sequence[str], asked: Mapping[str, list[str]]
) -> dict[str, object]:
    texts = table.heading.texts
    values = of_child(table, child)
    parts = (child.text(texts.get(name, "")) for name in ("class", "section", "student"))
    values["pupil_code"] = "-".join(filter(None, parts))
    section = child.text(texts.get("section", ""))
    if len(section) == 1 and section.isalpha():
        values.setdefault("letter", letter(section))
    read = [child.read(name, _item) for name in items]
    stopped = bool(child.read(texts.get("stop", ""), is_set))
    reached = [one for one in read if one is not None]
    if not reached and not stopped:
        return values | {"status": "absent"}
    seconds = child.read(texts.get("time", ""), keyed_time)
    if seconds == 0 and not stopped:
        raise Wrong("bad_duration", texts["time"], 0)
    none = has_read_nothing(stopped, len(reached), seconds)
    words = 0 if none else sum(reached)
    values |= {"status": "tested", "words_correct": words, "seconds": seconds or None}
    return values | {"errors": len(reached) - sum(reached)} | _understood(child, asked, table)


def _item(cell: Cell) -> int:
    return _one_of(RIGHT, cell)


def _answer(cell: Cell) -> int:
    return _one_of(ANSWERS, cell)


def _one_of(known: Mapping[str, int], cell: Cell) -> int:
    text = str(int(cell)) if isinstance(cell, float) else str(cell).strip().casefold()
    if text not in known:
        raise ValueError("bad_number")
    return known[text]


def _understood(child: Child, asked: Mapping[str, list[str]], table: Table) -> dict[str, object]:
    """A question without an answer was not answered rightly."""
    questions = asked[child.text(table.heading.texts.get("class", ""))]
    if not questions:
        return {}
    right = sum(child.read(name, _answer) or 0 for name in questions)
    return {"questions_asked": len(questions), "questions_right": right}
