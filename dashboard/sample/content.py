"""The sample's own small tables: what the made-up district is made of."""

import csv
import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "data"


@cache
def card(name: str) -> dict:
    """A TOML file of the sample's data: district, effects, wording."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """A CSV file of the sample's data: profiles, subjects."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
