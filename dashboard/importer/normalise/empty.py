"""Is there nothing in this cell? Reports write it in a dozen ways; none of them is a zero."""

from functools import lru_cache

from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.words import words
from dashboard.spec.sheet import Cell


@lru_cache(maxsize=65536, typed=True)
def is_empty(cell: Cell, flag: bool = False) -> bool:
    """Among flags and choices «нет» is an answer; elsewhere it says that there is nothing."""
    if cell is None:
        return True
    if not isinstance(cell, str):
        return False
    text = plain(cell)
    folded = fold(text)
    if flag and folded in words("empty_but_flag"):
        return False
    return _is_error(text) or (folded in words("empty") and text != "+")


def _is_error(text: str) -> bool:
    """What a spreadsheet shows for a formula that failed: #DIV/0!, #Н/Д, #ССЫЛКА!"""
    return len(text) > 1 and text[0] == "#" and text[1:].strip("!?").replace("/", "").isalnum()
