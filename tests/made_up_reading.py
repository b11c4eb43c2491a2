"""Rows of reading made by hand, and the norms they are seen by."""

SCHOOLS = [
    {"school_id": code, "name": f"№ {code[1:]} мектеп", "aimak": aimak, "language": "ky"}
    for code, aimak in (("S1", "A"), ("S2", "A"), ("S3", "B"))
]
YEAR = "2026-2027"
TEST = {
    "school_id": "S1",
    "year": YEAR,
    "round": "end",
    "grade": 2,
    "letter": "А",
    "language": "ky",
    "gender": "f",
    "status": "tested",
    "words_correct": 45,
}


def norm(grade: int, benchmark: float, round_: str = "end", **more: object) -> dict:
    return {"norm_set": "ours", "grade": grade, "round": round_, "benchmark": benchmark} | more


NORMS = [
    *(norm(2, 40, each, language="ky", at_risk=20) for each in ("start", "middle", "end")),
    *(norm(4, 80, each, language="ky") for each in ("start", "end")),
    *(norm(2, 30, each) for each in ("start", "end")),  # of all languages without one of their own
]


def child(code: str, **more: object) -> dict:
    """One child in one round; who was not there has no words."""
    row = {"pupil_code": code} | TEST | more
    return row if row["status"] == "tested" else row | {"words_correct": None}


def tables(tests: list[dict], norms: list[dict] | None = None) -> dict[str, list[dict]]:
    return {
        "schools": SCHOOLS,
        "reading": tests,
        "reading_norms": NORMS if norms is None else norms,
    }
