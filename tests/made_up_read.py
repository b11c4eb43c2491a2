"""Made-up reading: children of two grades in the schools of every test, over a year's rounds."""

from dashboard.spec.panel import Cell, Column, Panel

ROUNDS = (
    ("2025-2026", "start", 0),
    ("2025-2026", "end", 15),
    ("2026-2027", "start", 5),
    ("2026-2027", "end", 20),
)
AIM = {2: 40, 4: 80}
CHILDREN = 24


def _child(school: str, grade: int, number: int, time: tuple[str, str, int]) -> dict:
    """Words rise with the number; every seventh is a zero, the last is absent."""
    year, round_, more = time
    words = 0 if number % 7 == 6 else AIM[grade] - 30 + 2 * number + more
    there = number < CHILDREN - 1
    return {
        "pupil_code": f"{school}-{grade}А-{number:02}",
        "school_id": school,
        "year": year,
        "round": round_,
        "grade": grade,
        "letter": "А",
        "language": "ky",
        "gender": "fm"[number % 2],
        "status": "tested" if there else "absent",
        "words_correct": words if there else None,
        "errors": 3 if there else None,
        "seconds": 60.0 if there else None,
        "questions_asked": grade // 2 + 3 if there else None,
        "questions_right": number % 5 if there else None,
        "manner": ("syllables", "words")[number % 2] if there else None,
        "handwriting": 3 + number % 3 if there else None,
    }


def reading(schools: list[str]) -> list[dict]:
    return [
        _child(school, grade, number, time)
        for school in schools
        for grade in AIM
        for time in ROUNDS
        for number in range(CHILDREN)
    ]


def histograms() -> Panel:
    """A group with a norm, one without, one that is hidden."""
    columns = tuple(Column(name, name) for name in ("group", "band", "value", "children"))
    seen = (
        (Cell("ky, 2 <b>"), Cell("0", 0), Cell("25 %", 0.25, "percent"), Cell("5", 5, "count")),
        (Cell("ky, 2 <b>"), Cell("40–49", 40), Cell("75 %", 0.75, "percent"), Cell("15", 15)),
        (Cell("ru, 2"), Cell("1–9", 1), Cell("100 %", 1.0, "percent"), Cell("9", 9, "count")),
    )
    hidden = (Cell("ru, 4"), Cell(""), Cell("c", flag="c"), Cell(""))
    groups = (
        ("ky, 2 <b>", "ky", 2, 40.0, "norm 40"),
        ("ru, 2", "ru", 1, None, ""),
        ("ru, 4", "ru", 1, None, ""),
    )
    return Panel("Words", "Of 29", columns, (*seen, hidden), marks={"groups": groups})


def listed() -> Panel:
    """Two children, and the file of the list."""
    columns = tuple(Column(name, name) for name in ("class", "pupil"))
    rows = ((Cell("2А"), Cell("P1")), (Cell("2Б"), Cell("P2")))
    said = ("2 read slowly.",)
    return Panel(
        "At risk", "№ 1", columns, rows, said, marks={"file": "/export/x/y.{form}?lang=ky"}
    )


FOR_SHOW = {"histograms": histograms, "listed": listed}
