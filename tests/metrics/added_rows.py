"""What the rows behind each metric add up to, worked out apart from the program."""

WEIGHTS = {"n5": 1.0, "n4": 0.64, "n3": 0.36, "n2": 0.16}


def _sum(rows: list[dict], *names: str) -> float:
    return sum(row[name] or 0 for row in rows for name in names)


def _good_reads(row: dict) -> bool:
    return row["questions_right"] * 10 >= row["questions_asked"] * 8


def _sheets(rows: list[dict], name: str) -> int:
    """Each survey of a school once."""
    found = {}
    for row in rows:
        key = row["survey_id"], row["school_id"]
        found[key] = max(found.get(key, 0), row[name])
    return sum(found.values())


def _of_survey(rows: list[dict]) -> float:
    return _sum(rows, "chosen")


def _gained(rows: list[dict]) -> float:
    sign = {"start": -1, "end": 1}
    return sum(sign[row["round"]] * row["words_correct"] for row in rows)


# metric -> what its rows add up to: above the line, below it
ADDED = {
    "quality": lambda r: (_sum(r["marks"], "n5", "n4"), None),
    "pass_rate": lambda r: (_sum(r["marks"], "n5", "n4", "n3"), None),
    "sou": lambda r: (
        sum(_sum(r["marks"], n) * w for n, w in WEIGHTS.items())
        + 0.07 * _sum(r["marks"], "not_assessed"),
        None,
    ),
    "mean_mark": lambda r: (
        sum(_sum(r["marks"], f"n{mark}") * mark for mark in (5, 4, 3, 2)),
        _sum(r["marks"], "n5", "n4", "n3", "n2"),
    ),
    "quality_pupils": lambda r: (_sum(r["pupil_groups"], "excellent", "good"), None),
    "one_three": lambda r: (
        _sum(r["pupil_groups"], "one_three"),
        _sum(r["pupil_groups"], "excellent", "good", "satisfactory", "failing"),
    ),
    "exam_threshold": lambda r: (_sum(r["exams"], "passed"), _sum(r["exams"], "takers")),
    "exam_mean": lambda r: (_sum(r["exams"], "score_sum"), _sum(r["exams"], "takers")),
    "exam_participation": lambda r: (_sum(r["exams"], "takers"), _sum(r["exams"], "graduates")),
    "olympiad_places": lambda r: (_sum(r["olympiads"], "place1", "place2", "place3"), None),
    "olympiad_rate": lambda r: (
        _sum(r["olympiads"], "place1", "place2", "place3"),
        _sum(r["olympiads"], "participants"),
    ),
    "programme_done": lambda r: (
        _sum(r["programme"], "hours_given"),
        _sum(r["programme"], "hours_planned"),
    ),
    "support_plan": lambda r: (_sum(r["support"], "with_plan"), _sum(r["support"], "pupils")),
    "support_improved": lambda r: (_sum(r["support"], "improved"), _sum(r["support"], "pupils")),
    "work_done": lambda r: (_sum(r["planned_work"], "done"), _sum(r["planned_work"], "planned")),
    "meetings_held": lambda r: (len(r["meetings"]), 7 * len(r["associations"])),
    "minutes_kept": lambda r: (
        sum(bool((row["minutes_no"] or "").strip()) for row in r["meetings"]),
        len(r["meetings"]),
    ),
    "survey_response": lambda r: (
        _sheets(r["surveys"], "answered"),
        _sheets(r["surveys"], "invited"),
    ),
    "survey_share": lambda r: (_of_survey(r["surveys"]), None),
    "reading_tested": lambda r: (
        sum(row["status"] == "tested" for row in r["reading"]),
        len(r["reading"]),
    ),
    "reading_zero": lambda r: (
        sum(row["words_correct"] == 0 for row in r["reading"]),
        len(r["reading"]),
    ),
    "reading_fluency": lambda r: (_sum(r["reading"], "words_correct"), len(r["reading"])),
    "reading_accuracy": lambda r: (
        _sum(r["reading"], "words_correct"),
        _sum(r["reading"], "words_correct", "errors"),
    ),
    "reading_comprehension": lambda r: (
        sum(map(_good_reads, r["reading"])),
        len(r["reading"]),
    ),
    "handwriting_quality": lambda r: (
        sum(row["handwriting"] >= 4 for row in r["reading"]),
        len(r["reading"]),
    ),
    "reading_benchmark": lambda r: (
        sum(row["words_correct"] >= 40 for row in r["reading"]),
        len(r["reading"]),
    ),
    "reading_at_risk": lambda r: (None, len(r["reading"])),
    "reading_gain": lambda r: (_gained(r["reading"]), len(r["reading"]) / 2),
    "reading_risen": lambda r: (None, len(r["reading"]) / 2),
    "reading_spread": lambda r: (len(r["reading"]), None),
    "load_hours": lambda r: (_sum(r["teachers"], "hours_per_week"), len(r["teachers"])),
    "course_coverage": lambda r: (
        len({row["teacher_id"] for row in r["completions"]}),
        len(r["teachers"]),
    ),
    "course_hours": lambda r: (None, len(r["teachers"])),
    "network_certified": lambda r: (
        len({row["teacher_id"] for row in r["completions"]}),
        len(r["teachers"]),
    ),
    "mentored_young": lambda r: (
        len({row["mentee_id"] for row in r["pairs"]}),
        len(r["teachers"]),
    ),
    "mentors_live": lambda r: (None, len({row["mentor_id"] for row in r["mentors"]})),
    "mentor_load": lambda r: (
        len({(row["mentor_id"], row["mentee_id"]) for row in r["pairs"]}),
        None,
    ),
    "mentor_reach": lambda r: (
        len(
            {row["school_id"] for row in r["mentors"]}
            | {row["mentee_school_id"] for row in r["pairs"]}
        ),
        None,
    ),
}
