"""Made-up panels of pages about schools: a comparison, a passport."""

from dashboard.spec.answer import Value
from dashboard.spec.panel import Cell, Column, Panel

QUALITY = Value(("S01",), 13, 25, 25, 0.52, 0.33, 0.7)
NOBODY = Value(("S02",), None, None, None, None, flag="c")
MEAN = Value(("S01",), 90, 25, 25, 3.6)


def _good(tone: float = 0.0, flag: str = "") -> Cell:
    return Cell("52%", 0.52, "percent", 1, flag, QUALITY, tone=tone)


HIDDEN = Cell("c", None, "percent", 1, "c", NOBODY)
MARK = Cell("3.60", 3.6, "points", 2, value=MEAN)


def profile() -> Panel:
    """Three schools over two metrics: one is hidden in the first, one has few pupils."""
    columns = (
        Column("metric", "Indicator"),
        Column("district", "District", unit="number"),
        Column("S01", "№ 1 мектеп", "№ 1", "number"),
        Column("S01.interval", "№ 1: 95% interval"),
        Column("S02", "№ 2 мектеп", "№ 2", "number"),
        Column("S02.interval", "№ 2: 95% interval"),
        Column("S03", "№ 3 мектеп", "№ 3", "number"),
        Column("S03.interval", "№ 3: 95% interval"),
    )
    between = Cell("33–70%")
    rows = (
        (
            Cell("Quality, %"),
            Cell("48%", 0.48, "percent", 1),
            *(_good(0.4), between, HIDDEN, Cell(""), _good(-0.4, "u"), between),
        ),
        (
            Cell("Mean mark"),
            Cell("3.50", 3.5, "points", 2),
            *(MARK, Cell(""), MARK._replace(number=3.4), Cell(""), MARK, Cell("")),
        ),
    )
    links = {"S01": "/school?school=S01"}
    return Panel(
        "Profile", "Of all", columns, rows, ("Said.",), marks={"own": "S01", "links": links}
    )


def pairs() -> Panel:
    """Seven pairs of one metric, of which the first can be told apart; and who is left out."""
    names = ("pair", "metric", "apart", "low", "high", "said")
    points = tuple(Cell("+6.0", 6.0, "points", 1) for _ in range(3))
    rows = tuple(
        (
            Cell(f"№ 1 – № {n}"),
            Cell("Quality"),
            *points,
            Cell(f"№ 1 and № {n}: as it is.", tone=float(n == 2)),
        )
        for n in range(2, 9)
    )
    said = ("Quality: 1 of 7 pairs can be told apart", "№ 9: hidden.")
    columns = tuple(Column(name, name.title()) for name in names)
    return Panel("Pairs", "By twos", columns, rows, said, marks={"groups": (7,)})


def similar() -> Panel:
    columns = (Column("name", "School"), Column("distance", "Distance", unit="number"))
    rows = ((Cell("№ 1", href="/school?school=S01"), Cell("0.12", 0.12, "number", 2)),)
    return Panel("Similar", "By size", columns, rows, ("None is higher.", "Weights: size – 1."))


def figures() -> Panel:
    """A share with its interval, a hidden one, a mean without an interval."""
    columns = (
        Column("name", "Indicator"),
        Column("value", "School", unit="number"),
        Column("interval", "95% interval"),
        Column("district", "District", unit="number"),
        Column("gap", "Gap", unit="count"),
        Column("change", "On a year ago"),
    )
    district = Cell("48%", 0.48, "percent", 1)
    rows = (
        (
            Cell("Quality, %"),
            *(_good(0.4), Cell("33–70%"), district, Cell("+1", 1, "count"), Cell("+2 points")),
        ),
        (Cell("Pass rate, %"), HIDDEN, Cell(""), district, Cell("", unit="count"), Cell("")),
        (Cell("Mean mark"), MARK, Cell(""), Cell("–"), Cell("", unit="count"), Cell("+0.1")),
    )
    return Panel("Figures", "Beside the district", columns, rows)


def passport() -> Panel:
    columns = (Column("name", "Fact"), Column("value", "Value"))
    rows = ((Cell("Kind"), Cell("Gymnasium")), (Cell("Pupils"), Cell("1,105")))
    marks = {"links": (("Compare", "/compare?school=S01"),)}
    return Panel("№ 1 мектеп", "", columns, rows, ("Hidden.",), marks=marks)


def to_choose() -> Panel:
    columns = (Column("name", "School"), Column("aimak", "Aimak"))
    rows = ((Cell("№ 1", href="/school?school=S01"), Cell("Ала-Бука")),)
    return Panel("Choose a school", "Press a name", columns, rows, marks={"choose": True})


FOR_SHOW = {
    "figures": figures,
    "pairs": pairs,
    "passport": passport,
    "profile": profile,
    "similar": similar,
}
