"""Made-up panels for the tests of what draws them."""

from dashboard.spec.answer import Value
from dashboard.spec.panel import Cell, Column, Panel

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
    names = ("name", "value", "change", "detail")
    return Panel(
        "The main figures",
        "",
        tuple(Column(name, name.title()) for name in names),
        (
            (Cell("Quality"), share(13, 25), Cell("▲ 2 points", 0.02, tone=1), Cell("25 pupils")),
            (Cell("Pass rate"), HIDDEN, Cell("", tone=0.0), Cell("hidden")),
        ),
    )


def sentences(rows: int = 9) -> Panel:
    named = (
        (Cell(f"№ {n}", href=f"/quality?school=S{n:02}"), share(5, 25), Cell("10–30 %"))
        for n in range(1, rows + 1)
    )
    columns = (Column("name", "School"), Column("value", "Quality"), Column("interval", "95 %"))
    said = ("Two are lower.", "The others cannot be told apart.")
    return Panel("In words", "", columns, tuple(named), sentences=said, marks={"lower": 2})


FOR_SHOW = {
    "bars": groups,
    "heat": matrix,
    "kpis": numbers,
    "lines": trend,
    "sentences": sentences,
    "table": groups,
}
