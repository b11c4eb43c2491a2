"""What a sheet of a workbook may be called."""

import re

LONGEST = 31


def sheet_name(title: str, taken: set[str]) -> str:
    """At most 31 characters, none that a workbook refuses, none twice; `taken` learns of it."""
    base = re.sub(r"[\[\]:*?/\\']", " ", title).strip()[:LONGEST].strip() or "1"
    name, number = base, 2
    while name.casefold() in taken:
        ending = f" {number}"
        name, number = base[: LONGEST - len(ending)] + ending, number + 1
    taken.add(name.casefold())
    return name
