"""Large canonical files, beside what DuckDB alone needs to read the same text into a table."""

import csv
import random
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import duckdb

from dashboard.importer import desk
from dashboard.importer.options import Options
from dashboard.settings import Settings
from tests.benchmarks.timing import Times, timed

SCHOOLS, PUPILS, MARKS = 400, 100_000, 1_000_000
RUNS = 6  # the first three to warm up
ROUNDS = (("start", "2025-09-15"), ("middle", "2026-01-15"), ("end", "2026-05-10"))
OF_READING = (
    "pupil_code,school_id,year,round,date,grade,letter,language,gender,status,"
    "words_correct,errors,seconds,questions_asked,questions_right,manner,expressiveness,handwriting"
)
OF_MARKS = "school_id,year,period,grade,letter,subject_id,roster,n5,n4,n3,n2,not_assessed,exempt"
SUBJECTS = ("algebra", "geometry", "physics", "chemistry", "biology", "geography", "informatics")
MANNERS = ("letters", "syllables", "words_and_syllables", "words")


def run() -> Iterator[Times]:
    with tempfile.TemporaryDirectory() as folder:
        for name, head, lines in (
            (f"reading of {PUPILS} pupils, three rounds", OF_READING, _reading()),
            (f"{MARKS} rows of marks", OF_MARKS, _marks()),
        ):
            file = _written(Path(folder) / "rows.csv", head, lines)
            yield timed(f"{name}: floor, DuckDB alone", lambda _, f=file: _alone(f), range(RUNS))
            yield timed(f"{name}: imported", lambda place, f=file: _imported(f, place), range(RUNS))


def _alone(file: Path) -> None:
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("create table t as from read_csv(?, all_varchar = true)", [str(file)])


def _imported(file: Path, place: int) -> None:
    """Into a store of its own, where the schools are known."""
    store = file.parent / f"store{place}"
    schools = file.parent / "schools.csv"
    lines = ["school_id,name", *(f"{_school(n)},№ {n} мектеп" for n in range(SCHOOLS))]
    schools.write_text("\n".join(lines), encoding="utf-8")
    desk.bring([schools, file], Options(), replace(Settings.from_env(), store=store))


def _written(file: Path, head: str, lines: Iterable[tuple]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head.split(","), *lines])
    return file


def _school(number: int) -> str:
    return f"S{number % SCHOOLS:03d}"


def _reading() -> Iterator[tuple]:
    luck = random.Random(6)
    for pupil in range(PUPILS):
        grade = 1 + pupil // SCHOOLS % 4
        child = (f"P{pupil:06d}", _school(pupil), "2025-2026")
        for at, (name, day) in enumerate(ROUNDS):
            words = max(0, round(luck.gauss(20 * grade + 8 * at, 15)))
            result = (words, luck.randrange(6), 60, 5, luck.randrange(6), luck.choice(MANNERS))
            yield (
                *(*child, name, day, grade, "АБВ"[pupil // 1600 % 3], "ky", "fm"[pupil & 1]),
                *("tested", *result, luck.randrange(3), luck.randrange(2, 6)),
            )


def _marks() -> Iterator[tuple]:
    luck = random.Random(7)
    for row in range(MARKS):
        rest, period = divmod(row, 4)
        rest, subject = divmod(rest, len(SUBJECTS))
        rest, letter = divmod(rest, 3)
        rest, grade = divmod(rest, 7)
        year, school = divmod(rest, SCHOOLS)
        marks = [luck.randrange(8) for _ in range(4)]
        yield (
            *(_school(school), f"{2020 + year}-{2021 + year}", f"Q{period + 1}", 5 + grade),
            *("АБВ"[letter], SUBJECTS[subject], sum(marks), *marks, 0, 0),
        )
