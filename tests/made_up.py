"""Made-up panels for the tests of what draws them."""

from dashboard.panels.sparks import Spark
from dashboard.spec.answer import Value
from dashboard.spec.panel import Cell, Column, Panel
from tests import (
    made_up_desk,
    made_up_desk_names,
    made_up_map,
    made_up_mentors,
    made_up_networks,
    made_up_pairs,
    made_up_read,
    made_up_schools,
    made_up_sources,
    made_up_surveys,
    made_up_work,
)

REFERENCE = 0.48


def share(part: int, pupils: int, tone: float = 0.0, href: str = "/quality?school=S01") -> Cell:
    """A share with its counts and interval."""
    value = Value(("S01",), part, pupils, pupils, part / pupils, 0.3, 0.6)
    flag = "u" if pupils < 10 else ""
    return Cell(
        f"{part / pupils:.0%}", value.value, "percent", 1, flag, value, tone=tone, href=href
    )


HIDDEN = Cell("c", None, "percent", 1, "c", Value(("S02",), None, None, None, None, flag="c"))
ABSENT = Cell("–", None, "percent", 1, "x", Value(("S03",), 0, 0, 0, None, flag="x"))


def matrix(rows: int = 3) -> Panel:
    """Schools by subjects; one cell is hidden, one has no data."""
    columns = (
        Column("school", "School"),
        Column("algebra", "Algebra", "Alg", "percent"),
        Column("chemistry", "Chemistry", "Chem", "percent"),
        Column("history", "History", "Hist", "percent"),
    )
    row = (share(13, 25, 0.2), HIDDEN, ABSENT)
    names = (Cell(f"№ {n} мектеп", href=f"/quality?school=S{n:02}") for n in range(1, rows + 1))
    return Panel("Quality, %", "Of the district", columns, tuple((name, *row) for name in names))


def groups() -> Panel:
    """A value with its interval and counts for each school, beside the district's."""
    columns = (
        Column("name", "School"),
        Column("value", "Quality", unit="percent"),
        Column("interval", "95 % interval"),
        Column("pupils", "Pupils", unit="count"),
    )
    rows = (
        (Cell("№ 1", href="/quality?school=S01"), share(13, 25), Cell("30–60 %"), Cell("25", 25)),
        (Cell("№ 2"), HIDDEN, Cell(""), Cell("")),
        (Cell("№ 3"), ABSENT, Cell(""), Cell("0", 0)),
        (Cell("№ 4"), share(2, 6), Cell("30–60 %"), Cell("6", 6)),
    )
    return Panel(
        "Quality by school, %",
        "Share of 4 and 5",
        columns,
        rows,
        reference=REFERENCE,
        reference_text="district: 48 %",
    )


def trend() -> Panel:
    columns = (
        Column("time", "Period"),
        Column("quality", "Quality", unit="percent"),
        Column("pass_rate", "Pass rate", unit="percent"),
        Column("mean_mark", "Mean mark", unit="points"),
        Column("pupils", "Pupils", unit="count"),
    )
    mean = Cell("3.6", 3.6, "points", 2, value=Value(("Q1",), 90, 25, 25, 3.6))
    rows = tuple(
        (Cell(f"2025-2026, Q{n}"), share(13, 25), HIDDEN, mean, Cell("25", 25)) for n in (1, 2, 3)
    )
    return Panel("Over time", "All years", columns, rows)


def numbers() -> Panel:
    names = ("name", "value", "change", "gap", "detail")
    up = Cell("▲ 2 points", 0.02, tone=1)
    said = Cell("25 pupils")
    sparks = (Spark((0.5, None, 0.52), "Quality: 50% … 52%"), None)
    return Panel(
        "The main figures",
        "",
        tuple(Column(name, name.title()) for name in names),
        (
            (Cell("Quality"), share(13, 25), up, Cell("3 pupils more"), said),
            (Cell("Pass rate"), HIDDEN, Cell("", tone=0.0), Cell(""), Cell("hidden")),
        ),
        marks={"sparks": sparks},
    )


def findings() -> Panel:
    """Worse, better and neither; the last leads nowhere."""
    rows = (
        (Cell("№ 1 is far below", href="/quality?school=S01", tone=-1.0), Cell("5 pupils fewer")),
        (Cell("№ 2 rose", href="/quality?school=S02", tone=1.0), Cell("40% → 60%")),
        (Cell("№ 3 has not sent", tone=0.0), Cell("1 of 3")),
    )
    columns = (Column("name", "Finding"), Column("evidence", "What it stands on"))
    return Panel("Attention list", "Of the district", columns, rows, marks={"hint": "Worse first"})


def sentences(rows: int = 9) -> Panel:
    named = (
        (Cell(f"№ {n}", href=f"/quality?school=S{n:02}"), share(5, 25), Cell("10–30 %"))
        for n in range(1, rows + 1)
    )
    columns = (Column("name", "School"), Column("value", "Quality"), Column("interval", "95 %"))
    said = ("Two are lower.", "The others cannot be told apart.")
    return Panel("In words", "", columns, tuple(named), sentences=said, marks={"lower": 2})


def scatter() -> Panel:
    """Marks and tests of three schools; one is far from the line, one has few pupils."""
    columns = (
        Column("name", "School"),
        Column("test", "At the threshold", unit="percent"),
        Column("marks", "Quality", unit="percent"),
        Column("interval", "95 % interval"),
        Column("takers", "Takers", unit="count"),
    )
    rows = tuple(
        (Cell(f"№ {n}"), share(passed, pupils), share(part, pupils), Cell(""), Cell(str(t), t))
        for n, part, passed, pupils, t in ((1, 13, 12, 25, 16), (2, 22, 5, 25, 25), (3, 3, 4, 6, 4))
    )
    marks = {
        "line": ((0.2, 0.4), (0.7, 0.6)),
        "line_words": "usual",
        "others": [(0.5, 0.5, 9)],
        "far": [0, 1, 0],
    }
    return Panel("Marks and tests, %", "By school", columns, rows, marks=marks)


def funnel() -> Panel:
    """Three schools within and outside limits; one has few pupils."""
    columns = (
        Column("name", "School"),
        Column("value", "Quality", unit="percent"),
        Column("pupils", "Pupils", unit="count"),
        Column("where", "Where it lies"),
    )
    rows = tuple(
        (Cell(f"№ {n} мектеп"), share(part, of), Cell(str(of), of, "count"), Cell("", tone=side))
        for n, part, of, side in ((1, 2, 25, -1), (2, 13, 25, 0), (3, 7, 8, 1))
    )
    marks = {
        "attention": [(5, 0.1, 0.9), (30, 0.3, 0.7)],
        "action": [(5, 0.0, 1.0), (30, 0.2, 0.8)],
        "named": frozenset({0, 2}),
    }
    return Panel(
        "Is it real?",
        "Each dot is a school",
        columns,
        rows,
        reference=REFERENCE,
        reference_text="district: 48 %",
        marks=marks,
    )


def changes() -> Panel:
    """A school that falls more than the district, one that cannot be told, one hidden."""
    columns = (
        Column("name", "School"),
        Column("beyond", "Beyond the district", unit="points"),
        Column("said", "What it says"),
    )
    fell = Value((), None, None, 60, -21.0, -38.0, -4.0)
    plain = Value((), None, None, 60, 3.0, -14.0, 20.0)
    rows = (
        (Cell("№ 1"), Cell("−21", -21.0, "points", 1, value=fell, tone=-1), Cell("falls")),
        (Cell("№ 2"), Cell("+3", 3.0, "points", 1, value=plain, tone=0.0), Cell("cannot be told")),
        (Cell("№ 3"), Cell("c", unit="points", flag="c"), Cell("")),
    )
    return Panel(
        "From 4 to 5",
        "Points",
        columns,
        rows,
        reference=0.0,
        reference_text="as in the district",
    )


def both() -> Panel:
    columns = (
        Column("name", "School"),
        Column("pupils_share", "By pupils", unit="percent"),
        Column("marks_share", "By marks", unit="percent"),
        Column("apart", "Apart"),
    )
    rows = (
        (Cell("№ 1"), share(8, 25), share(13, 25), Cell("−20")),
        (Cell("№ 2"), HIDDEN, HIDDEN, Cell("")),
    )
    return Panel("By pupils and by marks, %", "Of the district", columns, rows)


def note() -> Panel:
    return Panel("What it is of", "", rows=((Cell(""),),), sentences=("Rule: without exempt.",))


FOR_SHOW = {
    "attention": findings,
    "bars": groups,
    "both": both,
    "changes": changes,
    "funnel": funnel,
    "heat": matrix,
    "kpis": numbers,
    "lines": trend,
    "note": note,
    "scatter": scatter,
    "sentences": sentences,
    "table": groups,
    **made_up_desk.FOR_SHOW,
    **made_up_desk_names.FOR_SHOW,
    **made_up_map.FOR_SHOW,
    **made_up_networks.FOR_SHOW,
    **made_up_mentors.FOR_SHOW,
    **made_up_pairs.FOR_SHOW,
    **made_up_read.FOR_SHOW,
    **made_up_schools.FOR_SHOW,
    **made_up_sources.FOR_SHOW,
    **made_up_surveys.FOR_SHOW,
    **made_up_work.FOR_SHOW,
}
