"""A large file in our own columns says the same, read column by column or row by row."""

import csv
import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.discover import discover, modules
from dashboard.importer import outcome as outcomes
from dashboard.importer.columns import singly, text
from dashboard.importer.columns.read import by_columns
from dashboard.importer.facts import Facts
from dashboard.importer.names import Names
from dashboard.importer.options import Options
from dashboard.importer.outcome import Outcome
from dashboard.importer.register import Entry, register
from dashboard.importer.row import Row
from dashboard.importer.staged import Staged, read
from tests.importer.handmade import Desk

SCHOOLS = register([Entry("S01", ("№ 1 мектеп",)), Entry("S05", ("№ 5",))], numbered=True)
SUBJECTS = register([Entry("algebra", ("Алгебра",)), Entry("physics", ("Физика",))])
NAMES = Names(SCHOOLS, SUBJECTS, {"t1": "T-1"})
FACTS = Facts(
    countries={"S01": "KG", "S05": "KG"},
    expected=(("KG", 1, "2000-2001", None, False),),
    registered=lambda: {"T-2": "S05"},
)
SCHOOL = ("S01", "S01", "№ 5", "5-мектеп", "№ 7", "", "Итого")
YEAR = ("2025-2026", "2025/26", "2025-2026", "2026-2027", "никогда", "-")
GRADE = ("1", "5", "5", "05", "7А", "5-9", "13", "", "5 Параллель", "grade")
COUNT = ("0", "3", "3", "4", "12", "-1", "н/д", "", "2,0")
CELLS = {
    "marks": {
        "school_id": SCHOOL,
        "year": YEAR,
        "period": ("Q1", "1 четверть", "Y", "", "Q9"),
        "grade": GRADE,
        "letter": ("А", "б", "A", "", "АБ"),
        "subject_id": ("algebra", "Алгебра", "Физика (1 гр.)", "Химия", ""),
        "roster": ("10", "3", "12", "", "много"),
        **dict.fromkeys(("n5", "n4", "n3", "n2"), COUNT),
        "not_assessed": ("0", "", "1"),
        "group": ("", "1", "2"),
        "teacher_id": ("T-1", "T-2", ""),
    },
    "reading": {
        "pupil_code": ("P1", "P2", "P3", "Айгүл Асанова", "", "x:_ y"),
        "school_id": SCHOOL,
        "year": YEAR,
        "round": ("start", "end", "Ортосу", "", "никогда"),
        "grade": GRADE,
        "letter": ("А", "", "Б"),
        "date": ("2025-10-12", "2026-10-12", "2027-01-01", "", "вчера"),
        "language": ("ky", "орус", "", "немецкий"),
        "status": ("tested", "келген жок", "", "tested"),
        "words_correct": ("40", "0", "251", "400", ""),
        "seconds": ("60", "0", "58,5", "", "-"),
        "questions_asked": ("5", "4", ""),
        "questions_right": ("5", "4", "0", ""),
        "handwriting": ("2", "5", "6", ""),
    },
}
MAY_LACK = (
    *("school_id", "year", "period", "round", "letter", "not_assessed", "handwriting"),
    *("group", "teacher_id", "date"),
)
SAID = st.sampled_from(
    (
        Options(),
        Options(year="2025-2026"),
        Options(school="№ 5"),
        Options(period="Q1", subject="Алгебра"),
        Options(class_="5А", round="start"),
        Options(school="№ 77"),
    )
)


@st.composite
def tables(draw) -> str:
    """The text of a file: some columns, rows that are mostly sound, and odd ones."""
    cells = CELLS[draw(st.sampled_from(sorted(CELLS)))]
    left_out = draw(st.sets(st.sampled_from(MAY_LACK), max_size=2))
    names = draw(st.permutations([name for name in cells if name not in left_out]))
    sound = {name: st.sampled_from(cells[name][:2]) for name in names}
    any_of = {name: st.sampled_from(cells[name]) for name in names}
    row = st.one_of(
        st.tuples(*(sound[name] for name in names)),
        st.tuples(*(any_of[name] for name in names)),
        st.just(tuple(names)),
        st.just(("",) * len(names)),
    )
    rows = [names, *draw(st.lists(row, min_size=3, max_size=14))]
    return "".join(";".join(one) + "\n" for one in rows)


@contextmanager
def large(limit: int) -> Iterator[None]:
    """Files of so many bytes are read by columns."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "LARGE", limit)
        yield


def _outcome(words: str, said: Options, limit: int) -> Outcome:
    with large(limit):
        staged = read(Staged("a.csv", "", words.encode(), said, Options()))
        return outcomes.settled(staged, NAMES, FACTS)


def _rows(outcome: Outcome) -> list[tuple]:
    both = [*outcome.rows, *(singly.rows(outcome.columns) if outcome.columns else ())]
    return sorted((row.number, _told(row)) for row in both)


def _told(row: Row) -> str:
    return repr(sorted((name, one) for name, one in row.values.items() if one is not None))


def _problems(outcome: Outcome) -> list[str]:
    return sorted(repr(problem) for problem in outcome.problems)


@given(tables(), SAID)
def test_both_ways_say_the_same(words, said):
    by_column, by_row = _outcome(words, said, 0), _outcome(words, said, 1 << 30)
    assert _problems(by_column) == _problems(by_row)
    assert by_column.refused == by_row.refused
    assert (by_column.waiting, by_column.rejected) == (by_row.waiting, by_row.rejected)
    assert _rows(by_column) == _rows(by_row)
    assert by_column.scope == by_row.scope
    assert by_column.grains() == by_row.grains()


SOUND = "school_id,year,period,grade,letter,subject_id,roster,n5,n4,n3,n2"


def _sound(rows: int) -> str:
    lines = [f"S01,2025-2026,Q1,{5 + n % 7},А,algebra,10,1,2,3,{n}" for n in range(rows)]
    return "\n".join([SOUND, *lines])


def test_sound_rows_stay_in_their_columns():
    words = "\n".join([SOUND, *(f"S01,2025-2026,Q1,{5 + n},А,algebra,6,1,2,3,0" for n in range(7))])
    outcome = _outcome(words, Options(), 0)
    assert len(outcome.columns) == 5  # the first two are looked at one by one
    assert outcome.loads == 7
    assert outcome.counts == {"marks": 7}


def test_small_files_are_read_row_by_row():
    assert by_columns(_sound(50).encode(), None) is None


@pytest.mark.parametrize(
    "words",
    [
        "Школа № 5\n" + _sound(9),  # something stands above the headings
        _sound(9) + "\nS01,2025-2026,Q1,5,А,algebra,10,1,2,3,4,5,6",  # a row is wider
        _sound(9) + '\n"S01\nS02",2025-2026,Q1,5,А,algebra,10,1,2,3,4',  # a cell holds lines
        _sound(9).replace("n5", "5", 1).replace("school_id", "% кач. зн.", 1),  # a printed rate
        "Класс;Кол-во учеников;5;4;3;2\n7А;10;1;2;3;4\n",  # not our own columns
        "{}",
        "",
    ],
)
def test_uneven_files_are_read_row_by_row(words):
    with large(0):
        assert by_columns(words.encode(), None) is None


@given(st.lists(st.lists(st.text('ab"; \r\n', max_size=4), min_size=3, max_size=3), min_size=2))
def test_a_quoted_cell_is_read_as_csv_has_it_or_not_at_all(rows):
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows([["x", "y", "z"], *rows])
    found = text.coded_texts(out.getvalue())
    if found is not None:
        _, *records = csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=";")
        read_back = [[_at(column, place) for column in found] for place in range(len(records))]
        assert read_back == [_filled(record) for record in records]


def _filled(record: list[str]) -> list[str | None]:
    cells = [*record, *[""] * (3 - len(record))]
    return [cell.strip() or None for cell in cells]


def _at(column, place: int) -> str | None:
    code = column.codes[place]
    return None if code < 0 else column.values[code]


def test_every_check_says_which_rows_it_suspects():
    folder = "dashboard.importer.checks"
    assert len(discover(folder, "suspects")) == len(modules(folder))


ODD = """№ 5,2025/26,Q2,7,,Физика,9,1,1,1,1
S01,2025-2026,Q1,6,А,algebra,9,9,0,0,0
X9,2025-2026,Q1,6,Б,algebra,9,9,0,0,0"""
STORED = (*SOUND.split(","), "exempt", "source_sheet", "source_row", "source_id")


def _lines(of_five: int) -> str:
    """Sound rows, one school written otherwise, one row twice, one school that is not known."""
    lines = [f"S01,2025-2026,Q1,{5 + n},А,algebra,10,{of_five},2,3,{n}" for n in range(7)]
    return "\n".join([SOUND, *lines, ODD])


def _brought(desk, limit: int) -> tuple[list, list]:
    """Twice, the second time with other marks: what stands in the store, what was reported."""
    with large(limit):
        reports = [desk.one(_lines(of_five)) for of_five in (1, 4)]
    told = [(r.status, r.tables, r.rows_loaded, r.rows_rejected, r.replaced) for r in reports]
    return desk.rows("marks", *STORED), told


def test_the_store_holds_the_same_both_ways(bare, known_schools, tmp_path):
    shutil.copytree(known_schools, bare.settings.store)
    other = Desk(bare.folder, replace(bare.settings, store=tmp_path / "other"))
    shutil.copytree(known_schools, other.settings.store)
    by_column, by_row = _brought(bare, 0), _brought(other, 1 << 30)
    assert by_column == by_row
    assert len(by_column[0]) == 8
    assert by_column[1][1][-1] == 8  # all of the first file gave way to the second


PARTED = "school_id,year,period,grade,letter,subject_id,roster,n5,n4,n3,n2,group,teacher_id"


def _parted(*rows: tuple[str, str, int, str, str]) -> str:
    lines = [f"{s},2025-2026,Q1,{g},А,algebra,{n},{n},0,0,0,{p},{t}" for s, g, n, p, t in rows]
    return "\n".join([PARTED, *lines])


OTHERS = [("S01", "7", 9, "", "T-1"), ("S01", "8", 9, "", "T-1")]
WHOLE, HALF = ("S01", "5", 26, "", "T-1"), ("S01", "5", 13, "1", "T-1")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([*OTHERS, WHOLE, HALF], ["duplicate_class"]),
        ([HALF, *OTHERS, WHOLE], ["duplicate_class"]),  # the first rows are taken apart
        ([WHOLE, *OTHERS, HALF], ["duplicate_class"]),
        ([*OTHERS, ("S05", "6", 9, "", "T-1")], ["teacher_in_two_schools"]),
        ([*OTHERS, ("S01", "6", 9, "", "T-2")], ["teacher_in_two_schools"]),
        ([*OTHERS, ("S01", "6", 9, "", "T-1")], []),
    ],
)
@pytest.mark.parametrize("limit", [0, 1 << 30])
def test_what_rows_say_together_is_seen_among_columns(rows, told, limit):
    outcome = _outcome(_parted(*rows), Options(), limit)
    assert [problem.check for problem in outcome.problems] == told
