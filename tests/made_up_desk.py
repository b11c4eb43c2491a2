"""Made-up panels of the import desk: a batch, a place to drop files, the history."""

from dashboard.panels.desk_asked import Asked, Lacking
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.store.batches import Dropped

BATCH = "20261123T000000000000Z"


def batch() -> Panel:
    """One file refused, one sound; a period is asked for."""
    heads = ("name", "layout", "tables", "in", "out", "problems")
    rows = (
        ("sent/a.csv", "Marks", "refused", "0", "2", "Row 2"),
        ("b.csv", "Marks", "", "9", "0", ""),
    )
    lacking = (Lacking("sent/a.csv", "Q1", True),)
    return Panel(
        "Files being brought in",
        "Nothing changes until they are loaded.",
        tuple(Column(name, name.title()) for name in heads),
        tuple(tuple(map(Cell, row)) for row in rows),
        sentences=("2 files.",),
        marks={
            "batch": _dropped("checked"),
            "progress": "checked",
            "problems": [{"said": ["Row 2", "Row 3"], "more": "1 more"}, {"said": [], "more": ""}],
            "files": [_file("rejected", True), _file("loaded", False)],
            "asked": [Asked("period", "Which period", (("Q1", "Quarter 1"),), False, lacking)],
            "loads": True,
            "names": ("1 name is not known", "/data?view=names"),
        },
    )


def drop() -> Panel:
    return Panel(
        "Files of schools",
        "They are checked first.",
        (Column("name", "Batch"), Column("state", "State")),
        ((Cell("today, aigul", href=f"/data?batch={BATCH}"), Cell("checked")),),
        marks={"waiting": "14 rows wait for a name.", "chosen": [True]},
    )


def history() -> Panel:
    heads = ("name", "who", "what", "files", "in", "out", "state")
    row = ("today", "aigul", "import", "46 files", "87", "3", "in use")
    move = {"snapshot": BATCH, "now": BATCH, "undo": True, "redo": False}
    return Panel(
        "History of imports",
        "The newest first.",
        tuple(Column(name, name.title()) for name in heads),
        (tuple(map(Cell, row)),),
        marks={"history": [move]},
    )


def reported() -> Panel:
    """One school came, another is late; the last row counts."""
    return Panel(
        "Who has reported",
        "Of the first quarter.",
        (Column("name", "School"), Column("marks", "Marks", unit="count")),
        (
            (Cell("№ 1", href="/school?school=S01"), Cell("420 · 18 Nov", 420, "count", tone=1.0)),
            (Cell("№ 2"), Cell("was due 1 Nov", tone=-1.0)),
            (Cell("Reported"), Cell("1 / 2")),
        ),
        sentences=("1 school is late: № 2.",),
    )


def keeping() -> Panel:
    heads = ("name", "size", "state")
    return Panel(
        "What is kept",
        "Each import.",
        tuple(Column(name, name.title()) for name in heads),
        (tuple(map(Cell, ("today", "3.8 MB", "in use"))),),
        sentences=("1 snapshot.",),
        marks={"keeping": ((BATCH, False),), "prune": True},
    )


def corrections() -> Panel:
    heads = ("row", "column", "was", "is", "who", "why", "state")
    row = ("S01, 7А, algebra", "n5", "90", "9", "aigul", "a slip", "used")
    return Panel(
        "Put right by hand",
        "The newest first.",
        tuple(Column(name, name.title()) for name in heads),
        (tuple(map(Cell, row)),),
        marks={"of": [("marks", {})], "numbers": [1], "again": [()], "live": [True], "then": ""},
    )


def _dropped(state: str) -> Dropped:
    said = {"begun": "", "stage": "", "snapshot": "", "trouble": "", "about": {}}
    return Dropped(
        BATCH, "2026-11-23T00:00:00+00:00", "", state, done=0, total=2, answered=0, **said
    )


def _file(status: str, telling: bool) -> dict:
    links = {"book": "/data/x/0/problems.xlsx", "columns": "/data?view=columns"}
    return {"status": status, "telling": telling} | (links if telling else dict.fromkeys(links, ""))


FOR_SHOW = {
    "corrections": corrections,
    "desk_batch": batch,
    "desk_drop": drop,
    "desk_history": history,
    "keeping": keeping,
    "reported": reported,
}
