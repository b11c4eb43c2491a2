"""A table as an HTML page, as e-journals write it under the name of an office file."""

from html import escape

from dashboard.sample.export import Cell

Merge = tuple[int, int, int, int]


def page(
    title: str, lines: list[str], rows: list[list[Cell]], merges: tuple[Merge, ...], encoding: str
) -> bytes:
    spans = {
        (top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merges
    }
    hidden = _hidden(merges)
    body = "\n".join(_row(number, row, spans, hidden) for number, row in enumerate(rows))
    labels = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
    text = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office">\n<head>\n'
        f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n<h3>{escape(title)}</h3>\n{labels}\n"
        f'<table border="1">\n{body}\n</table>\n</body>\n</html>\n'
    )
    return text.encode(encoding)


def _hidden(merges: tuple[Merge, ...]) -> set[tuple[int, int]]:
    """The places of a merged range that its first cell covers."""
    return {
        (row, column)
        for top, left, bottom, right in merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }


def _row(
    number: int,
    row: list[Cell],
    spans: dict[tuple[int, int], tuple[int, int]],
    hidden: set[tuple[int, int]],
) -> str:
    cells = [
        _cell(cell, *spans.get((number, column), (1, 1)))
        for column, cell in enumerate(row)
        if (number, column) not in hidden
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, down: int, across: int) -> str:
    span = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
    return f"<td{span}>{'&nbsp;' if cell is None else escape(str(cell))}</td>"
