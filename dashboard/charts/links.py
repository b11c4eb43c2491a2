"""Who supports whom: giving schools on the left, getting schools on the right, lines between."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dashboard.charts import hover, theme
from dashboard.charts.crossings import Column, ordered
from dashboard.spec.panel import Panel

ROW, TALL_ROW = 16, 24  # pixels for each school; on a phone, where it is touched
TOP, BOTTOM = 30, 8
LETTER, LONGEST = 7.2, 17  # pixels; letters of a name beside its dot, the whole is in the table
THIN, THICK = 1.7, 10.0  # of one pair; of the most on one line
STEPS = 8  # pieces of a curve
BESIDE = 0.18  # of a row: lines of several directions between the same two schools
DOT = 9

Way = tuple[str, str, str, int]  # giver, getter, direction, pairs
Spots = dict[str, float]  # how far down each school stands


class _Sides(NamedTuple):
    left: Spots
    right: Spots


def figure(panel: Panel, language: str) -> dict:
    """`marks`: "ways" are the lines; "names" and "to" the short names and addresses of schools in
    the order of their names, "heads" the words over the columns, "said" the words of each line,
    "last" those at the foot of a column.

    A line's width goes by its pairs: all widths together are so many times all pairs.
    """
    return _figure(panel, language, ROW)


def narrow(panel: Panel, language: str) -> dict:
    """For a phone: the same, with room for a finger."""
    return _figure(panel, language, TALL_ROW)


def pixels_a_pair(ways: Iterable[Way]) -> float:
    return min(THIN, THICK / max((pairs for *_, pairs in ways), default=1))


def _figure(panel: Panel, language: str, row: int) -> dict:
    ways = panel.marks["ways"]
    sides = _sides(ways, tuple(panel.marks["names"]), panel.marks.get("last", ()))
    rows = max(len(sides.left), len(sides.right), 1)
    left, right = (_room(panel.marks["names"], spots) for spots in sides)
    layout = theme.layout(
        TOP + BOTTOM + row * rows,
        margin={"l": left, "r": right, "t": TOP, "b": BOTTOM},
        xaxis=theme.axis(visible=False, range=[-0.01, 1.01], automargin=False),
        yaxis=theme.axis(visible=False, range=[rows, 0], automargin=False),
        showlegend=False,
        hovermode="closest",
        annotations=_heads(panel),
    )
    data = [
        *_curves(ways, sides),
        _middles(panel, sides),
        _dots(panel, sides.left, 0, language),
        _dots(panel, sides.right, 1, language),
    ]
    return {"data": data, "layout": layout}


def _sides(ways: Sequence[Way], names: Column, last: Iterable[str] = ()) -> _Sides:
    """Both columns reach from the top to the bottom, with as few crossings as we find; `last`
    stand below all others."""
    lines = Counter()
    for giver, getter, _, pairs in ways:
        lines[giver, getter] += pairs
    left = tuple(name for name in names if any(name == giver for giver, *_ in ways))
    right = tuple(name for name in names if any(name == getter for _, getter, *_ in ways))
    whole = [(giver, getter, pairs) for (giver, getter), pairs in lines.items()]
    columns = [sorted(column, key={*last}.__contains__) for column in ordered(whole, left, right)]
    rows = max(map(len, columns), default=1)
    return _Sides(*(_spots(column, rows) for column in columns))


def _spots(column: Column, rows: int) -> Spots:
    apart = rows / max(1, len(column))
    return {name: round((place + 0.5) * apart, 3) for place, name in enumerate(column)}


def _curves(ways: Sequence[Way], sides: _Sides) -> list[dict]:
    """A trace for each direction and number of pairs: a trace has one width. Thick ones first, so
    that they cover none."""
    alike: dict[tuple[str, int], list[Way]] = defaultdict(list)
    for way in ways:
        alike[way[2], way[3]].append(way)
    aside = _aside(ways)
    unit = pixels_a_pair(ways)
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "line": {
                "color": theme.direction(direction),
                "width": round(unit * pairs, 2),
                "shape": "spline",
            },
            "opacity": 0.62,
            "hoverinfo": "skip",
            "meta": {"direction": direction, "pairs": pairs, "lines": len(alike[direction, pairs])},
        }
        | _points(alike[direction, pairs], sides, aside)
        for direction, pairs in sorted(alike, key=lambda key: (-key[1], key[0]))
    ]


def _aside(ways: Iterable[Way]) -> dict[Way, float]:
    """How far each line stands from the straight way between its two schools, in rows: lines of
    several directions would else hide each other."""
    between: dict[tuple[str, str], list[Way]] = defaultdict(list)
    for way in ways:
        between[way[:2]].append(way)
    return {
        way: BESIDE * (place - (len(found) - 1) / 2)
        for found in between.values()
        for place, way in enumerate(found)
    }


def _points(ways: Iterable[Way], sides: _Sides, aside: Mapping[Way, float]) -> dict:
    """Curves that leave and arrive level; a gap after each."""
    xs, ys = [], []
    for way in ways:
        start, end = sides.left[way[0]] + aside[way], sides.right[way[1]] + aside[way]
        for step in range(STEPS + 1):
            part = step / STEPS
            xs.append(round(part, 3))
            ys.append(round(start + (end - start) * part * part * (3 - 2 * part), 3))
        xs.append(None)
        ys.append(None)
    return {"x": xs, "y": ys}


def _middles(panel: Panel, sides: _Sides) -> dict:
    """Where a pointer is told what a line is: unseen dots on the middle of each."""
    ways = panel.marks["ways"]
    aside = _aside(ways)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [0.5 for _ in ways],
        "y": [round((sides.left[w[0]] + sides.right[w[1]]) / 2 + aside[w], 3) for w in ways],
        "marker": {"size": 8, "opacity": 0, "color": [theme.direction(way[2]) for way in ways]},
        "customdata": [theme.plain(said) for said in panel.marks["said"]],
        "hovertemplate": hover.TEMPLATE,
    }


def _dots(panel: Panel, spots: Spots, across: int, language: str) -> dict:
    """Schools of one side, with their pairs; a click leads to `meta.follow` of the point."""
    pairs: Counter[str] = Counter()
    for way in panel.marks["ways"]:
        pairs[way[across]] += way[3]
    rows = zip(panel.marks["names"], panel.rows)
    told = {key: hover.told(panel, row, language) for key, row in rows}
    names, to = panel.marks["names"], panel.marks["to"]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [across for _ in spots],
        "y": list(spots.values()),
        "marker": {"size": DOT, "color": theme.INK, "opacity": 1},
        "text": [theme.plain(f"{_cut(names[key])} · {pairs[key]}") for key in spots],
        "textposition": "middle right" if across else "middle left",
        "textfont": {"family": theme.FONT, "size": 12, "color": theme.INK},
        "cliponaxis": False,
        "customdata": [told.get(key) or theme.plain(names[key]) for key in spots],
        "meta": {"follow": [to[key] for key in spots]},
        "hovertemplate": hover.TEMPLATE,
    }


def _heads(panel: Panel) -> list[dict]:
    """Over each column what it is; in the middle, so that two do not meet on a phone."""
    font = {"family": theme.FONT, "size": 12, "color": theme.MUTED}
    return [
        {
            "text": theme.plain(words),
            "x": x,
            "y": 1,
            "yshift": 6,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "center",
            "yanchor": "bottom",
            "showarrow": False,
            "font": font,
        }
        for words, x in zip(panel.marks["heads"], (0, 1))
    ]


def _room(names: Mapping[str, str], spots: Spots) -> int:
    """Pixels for the longest name of a side and its number beside the dots."""
    longest = max((len(_cut(names[key])) for key in spots), default=0)
    return round(LETTER * (longest + 5) + DOT)


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
