"""Made-up surveys: the one of 56 teachers, those of several schools, one of the whole district."""

from dashboard.spec.answer import Value
from dashboard.spec.panel import Cell, Column, Panel

KINDS = "Соңғы 18 айда кәсіби дамудың қайсысына қатыстыңыз?"
NETWORK = "Педагогикалық желілік қоғамдастық – бұл, ең алдымен"
OPTIONS = {"курс": 32, "семинар": 21, "зерттеу сабағы": 9}
EFFECTS = {"none": 2, "small": 7, "moderate": 15, "large": 8}


def answer(option="курс", chosen=32, **changes):
    """One line of a survey: 56 were asked in № 1, 50 answered."""
    row = {
        "survey_id": "A1",
        "year": "2026-2027",
        "title": "Кәсіби даму",
        "school_id": "S01",
        "invited": 56,
        "answered": 50,
        "question": KINDS,
        "option": option,
        "chosen": chosen,
        "effect": None,
    }
    return row | changes


def sheet(options=OPTIONS, **changes):
    """One question in one school, a line for each option."""
    return numbered([answer(option, chosen, **changes) for option, chosen in options.items()])


def with_effects(option="курс", effects=EFFECTS, **changes):
    """One option in one school, a line for each effect."""
    return [answer(option, chosen, effect=effect, **changes) for effect, chosen in effects.items()]


def numbered(rows):
    """As they stood in a file, one below the other."""
    return [row | {"source_row": place} for place, row in enumerate(rows, start=2)]


def several_schools(**sizes):
    """The same question in № 1–4, so many answers in each; half of them chose the first option."""
    there = {"S01": 50, "S02": 40, "S03": 30, "S04": 20} | sizes
    return [
        row
        for school, size in there.items()
        for row in sheet(
            {"курс": size // 2, "семинар": size // 3},
            school_id=school,
            invited=size + 6,
            answered=size,
        )
    ]


def answers() -> Panel:
    """Two questions: one with a hidden option, one that nobody chose."""
    columns = tuple(Column(name, name) for name in ("option", "value", "interval"))
    share = Value(("a",), 25, 50, 50, 0.5, 0.37, 0.63)
    rows = (
        (Cell("Seminars <b>"), Cell("25 of 50 (50 %)", 0.5, value=share), Cell("37–63")),
        (Cell("Visits"), Cell("c", flag="c"), Cell("")),
        (Cell("Nothing"), Cell("0 of 50 (0 %)", 0.0), Cell("0–7")),
    )
    groups = (("What for?", 2), ("What else?", 1))
    return Panel("Chosen", "Of 50", columns, rows, marks={"groups": groups})


def stacked() -> Panel:
    """Parts of a whole, a row whose parts are hidden, and the question."""
    names = ("option", "none", "small", "moderate", "large", "of", "question")
    columns = tuple(Column(name, name) for name in names)
    parts = tuple(Cell(f"{n} %", n / 100, "percent") for n in (10, 20, 30, 40))
    hidden = tuple(Cell("c", flag="c") for _ in range(4))
    rows = (
        (Cell("Seminars"), *parts, Cell("50", 50), Cell("Effect?")),
        (Cell("Visits"), *hidden, Cell("c", flag="c"), Cell("Effect?")),
    )
    return Panel("Effect", "Of 50", columns, rows, marks={"groups": (("Effect?", 2),)})


FOR_SHOW = {"answers": answers, "stacked": stacked}
