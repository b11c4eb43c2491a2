"""HTML pages (also saved as .xls or .doc) → one Sheet for each real table."""

import re
from collections.abc import Iterator

from lxml import etree

from dashboard.errors import Unreadable
from dashboard.importer.reading import grid
from dashboard.importer.reading.grid import Span
from dashboard.importer.reading.markup import refuse_memory, whole
from dashboard.spec.sheet import Cell, Sheet

LEFT_OUT = ("script", "style", "title", "noscript", "template", "xml", "select", "object")
BREAKS = frozenset(("br", "p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr"))
# Text runs on through these; any other element begins a line of its own.
LETTERING = ("a", "b", "big", "em", "font", "i", "label", "nobr", "small", "span", "strong", "u")
RUNNING = frozenset((*LETTERING, "sub", "sup", "td", "th", "dd"))
MOST_COLSPAN = 1000  # as browsers have it


def sheets(words: str) -> tuple[Sheet, ...]:
    """Raises Unreadable where a table is not closed: the rest of the report is lost."""
    if len(re.findall(r"(?i)<table\b", words)) > len(re.findall(r"(?i)</table\b", words)):
        raise Unreadable("file_damaged")
    page = _page(words)
    tables = [table for table in page.iter("table") if _is_real(table)]
    lines = _lines(page, tables)
    return tuple(_sheet(table, lines[place]) for place, table in enumerate(tables))


def _page(words: str) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        page = etree.fromstring(words.encode("utf-8"), parser)
        refuse_memory(parser)
    except etree.ParserError as error:
        raise Unreadable("file_damaged") from error
    etree.strip_elements(page, *LEFT_OUT, with_tail=False)
    return page


def _is_real(table: etree._Element) -> bool:
    """At least two rows and columns; a table around such a table only lays the page out."""
    return _is_grid(table) and not any(map(_is_grid, table.iterdescendants("table")))


def _is_grid(table: etree._Element) -> bool:
    rows = _rows(table)
    return len(rows) >= 2 and any(len(_cells(row)) >= 2 for row in rows)


def _rows(table: etree._Element) -> list[etree._Element]:
    """The table's own rows, without those of tables inside its cells."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def _cells(row: etree._Element) -> list[etree._Element]:
    return list(row.iterchildren("td", "th"))


def _lines(page: etree._Element, tables: list[etree._Element]) -> list[tuple[str, ...]]:
    """For each table all the text before it: what a page's head says holds for every table."""
    lines: list[str] = []
    before = []
    for piece in _pieces(page, frozenset(tables)):
        if isinstance(piece, str):
            lines.append(piece)
        else:
            captions = [_words(caption) for caption in piece.iterchildren("caption")]
            lines.extend(caption for caption in captions if caption)
            before.append(tuple(lines))
    return before


def _pieces(
    page: etree._Element, tables: frozenset[etree._Element]
) -> Iterator[str | etree._Element]:
    """Lines of text and tables, as they follow each other."""
    line: list[str] = []
    walk = etree.iterwalk(page, events=("start", "end"))
    for event, element in walk:
        is_table = element in tables
        if element.tag not in RUNNING:
            yield from _line(line)
        elif element.tag in BREAKS:
            line.append(" ")
        if event == "end":
            line.append(element.tail or "")
        elif is_table:
            yield element
            walk.skip_subtree()
        else:
            line.append(element.text or "")
    yield from _line(line)


def _line(line: list[str]) -> list[str]:
    """The line gathered so far, if it says anything; the next one begins empty."""
    words = grid.text(" ".join("".join(line).split()))
    line.clear()
    return [words] if words else []


def _words(element: etree._Element) -> str | None:
    words = element.text or "" if len(element) == 0 else "".join(_text(element))
    return grid.text(" ".join(words.split()))


def _text(element: etree._Element) -> Iterator[str]:
    """Its text in order, with a space wherever the browser would begin anew."""
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if inner.tag in BREAKS:
            yield " "
        if event == "start":
            yield inner.text or ""
        elif inner is not element:
            yield inner.tail or ""


def _sheet(table: etree._Element, lines: tuple[str, ...]) -> Sheet:
    rows: list[list[Cell]] = []
    spans: list[Span] = []
    free: dict[int, int] = {}  # the first row in which a column is not held by a cell above
    elements = _rows(table)
    for number, element in enumerate(elements):
        places = list(_placed(element, number, len(elements), free))
        rows.append([])
        for span, words in places:
            grid.put(rows[-1], span.left, words)
        spans.extend(span for span, _ in places if (span.bottom, span.right) != (number, span.left))
    return grid.sheet("", rows, spans, lines)


def _placed(
    row: etree._Element, number: int, height: int, free: dict[int, int]
) -> Iterator[tuple[Span, str | None]]:
    """The row's cells with the range that each covers."""
    column = 0
    for cell in _cells(row):
        while free.get(column, 0) > number:
            column += 1
        wide = min(max(whole(cell, "colspan", 1), 1), MOST_COLSPAN)
        deep = whole(cell, "rowspan", 1) or height  # 0: to the end
        below = min(number + deep, height)
        if column + wide > grid.MOST_COLUMNS:
            raise Unreadable("table_too_large")
        free.update((place, below) for place in range(column, column + wide))
        yield Span(number, column, below - 1, column + wide - 1), _words(cell)
        column += wide
