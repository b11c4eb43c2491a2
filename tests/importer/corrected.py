"""Two classes of one file, and a hand that puts the first of them right."""

from dashboard.importer.correcting import Asked, correct
from dashboard.spec import core
from dashboard.spec.correctable import key_text
from tests.importer.handmade import HEADINGS, Desk

GOOD = "S01,2026-2027,Q1,7,А,algebra,20,5,5,5,5"
OTHER = GOOD.replace(",А,", ",Б,")
FILE = f"{HEADINGS}\n{GOOD}\n{OTHER}"
CLASS = {
    "school_id": "S01",
    "year": "2026-2027",
    "period": "Q1",
    "grade": 7,
    "letter": "А",
    "subject_id": "algebra",
}
KEY = key_text(core.tables()["marks"], CLASS)
WHY = "The school telephoned"
MOVED = {"n5": "6", "n4": "4"}  # one pupil has a five and not a four


def asked_for(new: dict[str, str], **more: object) -> Asked:
    return Asked(**{"table": "marks", "key": KEY, "new": new, "why": WHY, **more})


def corrected(desk: Desk, new: dict[str, str], **more: object) -> list[int]:
    return correct(desk.settings, asked_for(new, **more), "en", "Aigul")


def counts(desk: Desk, letter: str = "А") -> tuple:
    """Fives and fours of one class in the first quarter."""
    found = desk.rows("marks", "grade", "letter", "period", "n5", "n4")
    return next((row[3:] for row in found if row[:3] == (7, letter, "Q1")), ())
