"""What schools send for a quarter: forty-three sound files and three that are not."""

from pathlib import Path

SCHOOLS = 45
SENT = 43
HEAD = "school_id,year,period,grade,letter,subject_id,roster,n5,n4,n3,n2"
YEAR = "2026-2027"
# Of a name that no register has; of a cell that is no number; of headings that nobody knows.
UNKNOWN, BROKEN, FOREIGN = "Өрүктү мектеби", "B44-marks.csv", "B45-summary.csv"
NAMED = "B43-marks.csv"


def register() -> str:
    lines = [f"S{n:02},№ {n} орто мектеп,KG" for n in range(1, SCHOOLS + 1)]
    return "\n".join(["school_id,name,country", *lines, ""])


def marks(school: str, period: str = "Q2", five: object = 9) -> str:
    """Two classes of thirty, more fives than the quarter before."""
    lines = [f"{school},{YEAR},{period},{grade},А,algebra,30,{five},9,8,4" for grade in (7, 8)]
    return "\n".join([HEAD, *lines, ""])


def before() -> dict[str, str]:
    """The register and the quarter before, with other figures."""
    found = {f"A{n:02}.csv": marks(f"S{n:02}", "Q1", 9) for n in range(1, SCHOOLS + 1)}
    return {"schools.csv": register(), **found}


def quarter() -> dict[str, str]:
    """Forty-six files by name."""
    good = {f"A{n:02}-marks.csv": marks(f"S{n:02}") for n in range(1, SENT + 1)}
    spoilt = marks("S45").replace(",30,9,9,8,4", ",30,тогуз,9,8,4", 1)
    foreign = "Пункт,Жооп,Эскертүү\n1,12,жок\n2,13,жок\n3,11,жок\n"
    return {**good, NAMED: marks(UNKNOWN), BROKEN: spoilt, FOREIGN: foreign}


def written(folder: Path, files: dict[str, str]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())
