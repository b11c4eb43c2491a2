"""Who has reported what: schools by tables, of one school year and period."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from dashboard.i18n import day, has, integer, order, plural, t
from dashboard.metrics import reported as told
from dashboard.metrics.registers import School, schools
from dashboard.metrics.reported import TABLES, Sent, When
from dashboard.panels import words
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Choice, Column, Panel, Switch

WHEN = "when"  # the page's option: "2026-2027-Q1", or the year alone
NAMED = 8  # late schools that are called by name
CHILDREN, STAFF = frozenset({"reading"}), frozenset({"teachers", "completions"})
LATE, DUE, CAME = -1.0, 0.0, 1.0  # tones; what is neither here nor owed has none
Found = Mapping[tuple[str, str], Sent]
Row = tuple[Cell, ...]


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """The last row counts who has reported. By the clock: it is of what is owed today."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    when = _when(view, asking) if asking.snapshot else None
    if when is None or not schools(asking.snapshot):
        return Panel(t(stem, language), "", empty=t("reported.nothing", language))
    found = told.reported(asking.snapshot, when)
    expected = told.expected(asking.snapshot, when)
    shown = _in_order({*expected, *(key for key, _ in found)}, asking)
    tables, today = _tables(found, asking), date.today()
    rows = [_row(school, tables, (found, today), asking) for school in shown]
    columns = _columns(tables, language)
    return Panel(
        title=t(stem, language),
        about=t("reported.about", language, when=_said(when, language)),
        columns=columns,
        rows=(*_sorted(rows, columns, view.sort), _foot(tables, expected, found, language)),
        sentences=_late(shown, found, today, asking),
        switches=_switches(page, when, asking),
        marks={"sorts": tuple(column.name for column in columns)},
    )


def _when(view: View, asking: Asking) -> When | None:
    """As the address says; a time of which nothing is told is as none."""
    asked = dict(view.options).get(WHEN, "")
    year, period = asked[:9], asked[10:]
    known = told.whens(asking.snapshot)
    if year in known and (period in known[year] or not period):
        return When(year, period)
    return told.latest(asking.snapshot) or _first_owed(known)


def _first_owed(known: Mapping[str, tuple[str, ...]]) -> When | None:
    """Nothing came yet, but it is written down who owes what."""
    return next((When(year, period) for year, all_ in known.items() for period in all_[:1]), None)


def _said(when: When, language: str) -> str:
    period = [t(f"period.{when.period}", language)] if when.period else []
    return ", ".join([when.year, *period])


def _in_order(keys: Iterable[str], asking: Asking) -> list[School]:
    """By their names. A closed school that has sent something is there too."""
    registered, language = schools(asking.snapshot), asking.view.language
    found = [registered[key] for key in keys if key in registered]
    return sorted(found, key=lambda school: order(school.name, language))


def _tables(found: Found, asking: Asking) -> list[str]:
    """Those that anything ever came of, and whatever is owed: a district may list what we do not
    read."""
    there = told.known(asking.snapshot) | {table for _, table in found}
    return [*(table for table in TABLES if table in there), *sorted(there - {*TABLES})]


def _columns(tables: Sequence[str], language: str) -> tuple[Column, ...]:
    first = Column("name", t("filter.school", language))
    return (first, *(Column(table, _called(table, language), unit="count") for table in tables))


def _called(table: str, language: str) -> str:
    key = f"table.{table}"
    return t(key, language) if has(key, language) else table


def _row(school: School, tables: Sequence[str], now: tuple[Found, date], asking: Asking) -> Row:
    found, today = now
    sent = {table: found.get((school.id, table), Sent()) for table in tables}
    address = urlencode({"school": school.id, "lang": asking.view.language})
    cells = (_cell(table, sent[table], today, asking) for table in tables)
    return (Cell(school.name, href=f"/school?{address}"), *cells)


def _cell(table: str, sent: Sent, today: date, asking: Asking) -> Cell:
    """«420 · 18 Nov 2026»; what did not come is never a nought."""
    language = asking.view.language
    on = day(sent.day, language) if sent.day else ""
    if sent.rows and _is_of_people(table, asking):
        return Cell(_and("✓", on), unit="count", tone=CAME)
    if sent.rows:
        text = _and(integer(sent.rows, language), on)
        return Cell(text, sent.rows, "count", tone=CAME)
    if sent.received:
        said = t("reported.received", language, day=day(sent.received, language))
        return Cell(said, unit="count", tone=DUE)
    if sent.owed:
        late = sent.late(today)
        return Cell(_owed(sent, late, language), unit="count", tone=LATE if late else DUE)
    return Cell(words.NOTHING, unit="count", flag="x")


def _owed(sent: Sent, late: bool, language: str) -> str:
    if sent.due is None:
        return t("reported.owed", language)
    return t(
        "reported.late_since" if late else "reported.due", language, day=day(sent.due, language)
    )


def _and(text: str, on: str) -> str:
    return f"{text} · {on}" if on else text


def _is_of_people(table: str, asking: Asking) -> bool:
    """Rows of some tables are people. How many there are of them would tell what the other pages
    hide: that they came is enough."""
    return table in CHILDREN or (table in STAFF and not asking.sees_staff)


def _foot(tables: Sequence[str], expected: frozenset[str], found: Found, language: str) -> Row:
    """«43 / 45»: of the schools that are open, how many have sent it."""

    def came(table: str) -> str:
        there = sum(found.get((school, table), Sent()).rows > 0 for school in expected)
        return f"{integer(there, language)} / {integer(len(expected), language)}"

    return (Cell(t("reported.foot", language)), *(Cell(came(table)) for table in tables))


def _late(shown: Sequence[School], found: Found, today: date, asking: Asking) -> tuple[str, ...]:
    """«3 schools are late: № 1, № 2, № 5.»"""
    language = asking.view.language
    by_school = {key for (key, _), sent in found.items() if sent.late(today)}
    late = [school.name for school in shown if school.id in by_school]
    if not late:
        return ()
    more = ("…",) if len(late) > NAMED else ()
    names = ", ".join((*late[:NAMED], *more))
    number = integer(len(late), language)
    return (plural("reported.late", len(late), language, number=number, schools=names),)


def _sorted(rows: Sequence[Row], columns: Sequence[Column], sort: str) -> list[Row]:
    """By the name, or what has not come first: late, owed, neither, then by the number of rows."""
    names = [column.name for column in columns]
    wanted = sort.removeprefix("-")
    if wanted not in names or wanted == "name":
        return list(reversed(rows)) if sort == "-name" else list(rows)
    at = names.index(wanted)
    return sorted(rows, key=lambda row: _need(row[at]), reverse=not sort.startswith("-"))


def _need(cell: Cell) -> tuple[float, float]:
    return (0.5 if cell.tone is None else cell.tone, cell.number or 0)


def _switches(page: Page, when: When, asking: Asking) -> tuple[Switch, ...]:
    """The years, and the periods of the one in use: each the same table of another time."""
    language, known = asking.view.language, told.whens(asking.snapshot)

    def choice(value: str, said: str, other: When) -> Choice:
        code = f"{other.year}-{other.period}".rstrip("-")
        href = page.path + asking.view.turned(WHEN, code).search(page)
        return Choice(value, said, href, other == when)

    years = [choice(year, year, _in_year(year, when, known[year])) for year in reversed(known)]
    periods = [
        choice(period, t(f"period.{period}", language), When(when.year, period))
        for period in known.get(when.year, ())
    ]
    both = (("year", years), ("period", periods))
    return tuple(
        Switch(key, t(f"filter.{key}", language), tuple(choices))
        for key, choices in both
        if len(choices) > 1
    )


def _in_year(year: str, when: When, periods: Sequence[str]) -> When:
    """The same period of another year, if anything is told of it; else its last."""
    if year == when.year:
        return when
    return When(year, when.period if when.period in periods else next(reversed(periods), ""))
