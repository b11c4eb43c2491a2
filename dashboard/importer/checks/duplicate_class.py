"""Does a class stand in the file whole and by its groups? Its pupils would count twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from dashboard.importer.columns.coded import NOTHING, Columns
from dashboard.importer.facts import Facts
from dashboard.importer.normalise.school_class import written
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

CLASS = ("school_id", "year", "period", "grade", "letter", "subject_id")


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    classes: dict[tuple, list[Row]] = defaultdict(list)
    for row in rows:
        if row.table == "marks":
            classes[tuple(row.values.get(name) for name in CLASS)].append(row)
    return [problem for found in classes.values() for problem in _class(found)]


def suspects(columns: Columns, facts: Facts) -> np.ndarray | None:
    """Classes that are both whole and divided, or stand among the rows taken apart too."""
    group = columns.cells.get("group")
    whole = np.ones(len(columns), dtype=bool) if group is None else group.empty
    apart = [row for row in facts.apart if row.table == "marks"]
    divided = not whole.all() or any(row.values.get("group") is not None for row in apart)
    if columns.table != "marks" or not divided:
        return None
    codes = columns.codes(CLASS)
    number = codes.groupby(list(CLASS), sort=False).ngroup().to_numpy()
    both = np.isin(number, number[whole]) & np.isin(number, number[~whole])
    beside = list(_coded(columns, apart))
    return both | pd.MultiIndex.from_frame(codes).isin(beside) if beside else both


def _coded(columns: Columns, rows: Sequence[Row]) -> Iterator[tuple]:
    """The classes of other rows in the codes of these columns, where they could be the same."""
    places = {name: {None: NOTHING} for name in CLASS}
    for name in places.keys() & columns.cells.keys():
        places[name] |= {value: place for place, value in enumerate(columns.cells[name].values)}
    for row in rows:
        found = tuple(places[name].get(row.values.get(name)) for name in CLASS)
        if None not in found:
            yield found


def _class(found: Sequence[Row]) -> Iterator[Problem]:
    """A whole as small as one of its groups is a group that was not named."""
    groups = {row.values["group"]: row for row in found if row.values.get("group") is not None}
    size = sum(row.values["roster"] for row in groups.values())
    for row in found if groups else ():
        if row.values.get("group") is None and row.values["roster"] >= size:
            name = written(row.values["grade"], row.values.get("letter"))
            beside = ", ".join(sorted(map(str, groups)))
            column = "class" if "class" in row.headings else "grade"
            about = {"value": name, "class_": name, "groups": beside}
            yield row.problem("duplicate_class", "warning", column, **about)
