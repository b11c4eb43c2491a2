"""An answer as plain rows: what `tirek query` prints and the api serves, one and the same."""

import csv
import io

import orjson

from dashboard.metrics.cards import metric
from dashboard.spec.answer import Answer

NUMBERS = ("numerator", "denominator", "pupils", "value", "low", "high", "flag")
TIMES = ("year", "period", "round", "rule")
OWN_TIMES = ("stage", "survey", "on", "valid", "norm_set")  # told of the metrics that have them


def rows(answer: Answer) -> list[dict]:
    """The dimensions asked for, the numbers (shares 0-1, not rounded), and what was taken."""
    return [
        dict(zip(answer.question.by, value.key))
        | {name: getattr(value, name) for name in NUMBERS}
        | {name: getattr(answer.taken, name) for name in _times(answer)}
        for value in answer.rows
    ]


def columns(answer: Answer) -> list[str]:
    return [*answer.question.by, *NUMBERS, *_times(answer)]


def _times(answer: Answer) -> list[str]:
    """What was taken; the stage or the day only of what has one."""
    own = [name for name in OWN_TIMES if name in metric(answer.question.metric).times]
    return [name for name in (*TIMES, *own) if name not in answer.question.by]


def as_json(answer: Answer) -> bytes:
    return orjson.dumps(rows(answer), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def as_csv(answer: Answer) -> bytes:
    """For programs: a comma, a point, UTF-8; empty where there is no value."""
    text = io.StringIO()
    out = csv.DictWriter(text, columns(answer), lineterminator="\n")
    out.writeheader()
    out.writerows(rows(answer))
    return text.getvalue().encode("utf-8")


def as_table(answer: Answer) -> bytes:
    """For eyes: columns under each other."""
    head = columns(answer)
    lines = [head, *([_text(row[name]) for name in head] for row in rows(answer))]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    told = ("  ".join(t.ljust(w) for t, w in zip(line, widths)).rstrip() for line in lines)
    return ("\n".join(told) + "\n").encode("utf-8")


def _text(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.4f}" if isinstance(value, float) else str(value)
