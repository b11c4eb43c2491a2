"""Made-up maps: so many schools in clusters, with links of every direction."""

from random import Random

from dashboard.charts import theme
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.spec.sketch import Dot, Line, Sketch

KINDS = (*theme.DIRECTIONS, "")
SQUARE = ((53.0, 41.0), (54.0, 41.0), (54.0, 42.0), (53.0, 42.0), (53.0, 41.0))


def dot(number: int, at: tuple[float, float], **more: object) -> Dot:
    named = {"key": f"S{number}", "label": f"№ {number}", "name": f"№ {number} мектеп"}
    usual = {"known": "own", "weight": 100.0, "state": "linked"}
    return Dot(at=at, href=f"/mentors?school=S{number}", **(named | usual | more))


def sketch(schools: int, links: int = 0) -> Sketch:
    chance = Random(schools)
    middles = [(53 + chance.random(), 41 + chance.random()) for _ in range(max(1, schools // 6))]
    dots = tuple(_dot(number, middles, chance) for number in range(1, schools + 1))
    ends = [chance.sample(dots, 2) for _ in range(links)]
    lines = [Line(one.key, two.key, chance.choice(KINDS)) for one, two in ends]
    regions = tuple(
        (f"Аймак {number}", tuple(d.key for d in dots if int(d.key[1:]) % len(middles) == number))
        for number in range(len(middles))
    )
    return Sketch(dots, (*lines, Line("S1", "S2", "network")), (SQUARE,), regions)


def panel(drawn: Sketch) -> Panel:
    rows = tuple((Cell(each.name, href=each.href), Cell("2", 2, "count")) for each in drawn.dots)
    columns = (Column("name", "School"), Column("gives", "Gives", unit="count"))
    marks = {"sketch": drawn, "directions": (("preschool", "Preschool"),), "network": True}
    return Panel("2 of 3", "Lines", columns, rows, ("One is approximate.",), marks=marks)


def _dot(number: int, middles: list, chance: Random) -> Dot:
    x, y = middles[(number - 1) % len(middles)]
    at = (x + chance.gauss(0, 0.02), y + chance.gauss(0, 0.02))
    state = "alone" if number % 9 == 0 else "linked"
    known = ("own", "own", "own", "near", "aside")[number % 5]
    return dot(number, at, state=state, known=known, weight=chance.choice((None, 30.0, 900.0)))


FOR_SHOW = {"map": lambda: panel(sketch(12, 20))}
