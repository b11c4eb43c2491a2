"""CSV of Tangerine → words, errors and seconds of each child."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from dashboard.importer.diagnosis.passages import middle
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
from dashboard.importer.normalise.number import count, number
from dashboard.importer.normalise.pupil_code import pupil_code
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading, Row
from dashboard.spec.sheet import Cell

CORRECT = ".number_of_items_correct"
PASSAGE = re.compile(r"orf|oral|passage|story|fluency|rp|read|text|okuu|oqu", re.I)
OTHER = re.compile(r"letter|sound|nonword|invent|famil|syllab|listen", re.I)
QUESTION = re.compile(r"(?!.*listen)(?:.*comp.*|rpc)_?[0-9]+", re.I)
MILLISECONDS = 1000


def read_tangerine(table: Table, options: Options) -> tuple[tuple[Table, Reading], ...]:
    """A form with several grids of which none is called a passage is not guessed at."""
    heads = headings(table)
    grids = [text.removesuffix(CORRECT) for text in heads if text.endswith(CORRECT)]
    passages = [one for one in grids if PASSAGE.search(one) and not OTHER.search(one)]
    passages = passages or (grids if len(grids) == 1 else [])
    if not passages:
        return refused(table, "missing_passage")
    if lacks_language(table):
        return refused(table, "missing_language")
    questions = [text for text in heads if QUESTION.fullmatch(text)]
    found = children(table)
    asked = asked_of(table, found, questions)
    return reading(table, found, lambda child: _values(table, child, passages, asked))


def _values(
    table: Table, child: Child, passages: Sequence[str], asked: Mapping[str, list[str]]
) -> dict[str, object]:
    values = of_child(table, child)
    texts = table.heading.texts
    codes = (texts.get(name, "") for name in ("sr_studentId", "_id"))
    values["pupil_code"] = next((c for name in codes if (c := child.read(name, pupil_code))), None)
    values["date"] = child.read(texts.get("startUnixtime", ""), _day)
    read = [Row("reading", "", child.number, _grid(child, grid)) for grid in passages]
    found = values | dict(middle(read).values)
    questions = asked[child.text(texts.get("class", ""))]
    return found if found["status"] == "absent" else found | _understood(child, questions)


def _grid(child: Child, grid: str) -> dict[str, object]:
    correct = child.read(f"{grid}{CORRECT}", count)
    if correct is None:
        return {"status": "absent"}
    attempted = child.read(f"{grid}.number_of_items_attempted", count)
    if attempted is not None and attempted < correct:
        raise Wrong("bad_number", f"{grid}{CORRECT}", correct)
    stopped = bool(child.read(f"{grid}.gridAutoStopped", is_set))
    seconds = _seconds(child, grid)
    return {
        "status": "tested",
        "words_correct": 0 if has_read_nothing(stopped, attempted, seconds) else correct,
        "errors": None if attempted is None else attempted - correct,
        "seconds": seconds,
    }


def _seconds(child: Child, grid: str) -> float | None:
    """Who has all the time left has not read: there is nothing to divide by."""
    duration = child.read(f"{grid}.duration", number)
    left = child.read(f"{grid}.time_remaining", number)
    if duration is None:
        return None
    if duration <= (left or 0):
        raise Wrong("bad_duration", f"{grid}.time_remaining", left or 0)
    return duration - (left or 0)


def _understood(child: Child, questions: Sequence[str]) -> dict[str, object]:
    """A question without an answer was not answered rightly, as in the Kyrgyz file."""
    answers = [child.read(name, _answer) for name in questions]
    if not answers:
        return {}
    return {"questions_asked": len(answers), "questions_right": sum(one or 0 for one in answers)}


def _answer(cell: Cell) -> int:
    found = count(cell)
    return int(found == 1)  # Tangerine codes 0 wrong and 9 or 99 no answer


def _day(cell: Cell) -> object:
    try:
        return datetime.fromtimestamp(float(cell) / MILLISECONDS, UTC).date()
    except (OverflowError, OSError, TypeError, ValueError):
        raise ValueError("bad_date") from None
