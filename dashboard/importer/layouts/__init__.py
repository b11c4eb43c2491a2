"""The layouts there are: those of this folder, and one for each canonical table."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from dashboard.spec import core
from dashboard.spec.core import Column, CoreTable
from dashboard.spec.layout import Layout

FOLDER = Path(__file__).parent
# What label lines, options and a manifest may tell instead of a column.
FILLED = ("school_id", "year", "period", "round", "grade", "letter", "subject_id")
RATES = ("quality", "pass_rate", "sou", "mean_mark")


@cache
def layouts() -> dict[str, Layout]:
    """By key. The canonical ones bear the name of their table."""
    foreign = {path.stem: _foreign(path) for path in sorted(FOLDER.glob("*.toml"))}
    return foreign | {name: _canonical(table) for name, table in core.tables().items()}


def accepted() -> list[str]:
    """Keys of the layouts that can be loaded."""
    return [key for key, layout in layouts().items() if not layout.refuse]


def filled(table: CoreTable) -> frozenset[str]:
    """The columns of a table that may be told from outside it; never the name of its own thing."""
    if table.kind == "reference":
        return frozenset()
    own = table.key[:1] if table.kind == "register" else ()
    return frozenset(name for name in FILLED if name in table.columns and name not in own)


def _foreign(path: Path) -> Layout:
    text = tomllib.loads(path.read_text(encoding="utf-8"))
    columns = {name: _column(name, card) for name, card in text["columns"].items()}
    return Layout(
        key=path.stem,
        table=text["table"],
        columns=_with_taken(columns, text.get("takes")),
        needs=tuple((need,) if isinstance(need, str) else tuple(need) for need in text["needs"]),
        reader=text.get("reader", "table"),
        fill_down=frozenset(text.get("fill_down", ())),
        sheet=text.get("sheet", ""),
        dashes=text.get("dashes", False),
        refuse=text.get("refuse", ""),
        share=text.get("share", 0.0),
        whole=text.get("whole", False),
    )


def _with_taken(own: dict[str, Column], taken: str | None) -> dict[str, Column]:
    """Beside its own the columns of one of our tables, under whatever names those have."""
    table = core.tables()[taken].columns if taken else {}
    either = own | {name: column for name, column in table.items() if name not in own}
    return {
        name: replace(column, headings={**column.headings, **table[name].headings})
        if name in own and name in table
        else column
        for name, column in either.items()
    }


def _column(name: str, card: dict) -> Column:
    return Column(name, card["type"], headings={"": tuple(card["headings"])})


def _canonical(table: CoreTable) -> Layout:
    needs = tuple((name,) for name in table.columns if name in table.required - filled(table))
    columns = dict(table.columns)
    if "grade" in columns and "letter" in columns:
        columns["class"] = Column("class", "class", headings={"en": ("class",)})
    if table.name == "marks":
        columns |= _rates()
    return Layout(table.name, table.name, columns, needs, canonical=True)


def _rates() -> dict[str, Column]:
    """Percentages beside the counts are checked in our own tables too."""
    known = _foreign(FOLDER / "class_report.toml").columns
    return {name: known[name] for name in RATES}
