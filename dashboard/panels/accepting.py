"""Pairs accepted in the address: «S31.chemistry.M014~S40.algebra.M007», read and written."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from dashboard.panels.view import View
from dashboard.spec.page import Page

KEY = "accept"  # of the page's option
BETWEEN, WITHIN = "~", "."


class Item(NamedTuple):
    """A mentor for a subject of a school, by their codes."""

    school: str
    subject: str
    mentor: str


def written(item: Item) -> str:
    return WITHIN.join(map(_code, item))


def read(text: str, known: tuple[Iterable[str], ...]) -> list[Item | str]:
    """In the order they stand; of `known` schools, subjects and mentors the codes are given back
    as they are. What has not three parts stays a text."""
    codes = [{_code(code): code for code in each} for each in known]
    parts = [part for part in dict.fromkeys(text.split(BETWEEN)) if part]
    return [_item(part, codes) for part in parts]


def accepted(view: View, page: Page) -> list[str]:
    return [part for part in view.option(page, KEY).split(BETWEEN) if part]


def href(page: Page, view: View, items: Iterable[str]) -> str:
    """The same view of the page with just these items accepted."""
    turned = view.turned(KEY, BETWEEN.join(dict.fromkeys(items)))
    return page.path + replace(turned, sort="").search(page)


def _item(part: str, codes: list[Mapping[str, str]]) -> Item | str:
    names = part.split(WITHIN)
    if len(names) != len(Item._fields) or not all(names):
        return part
    return Item(*(each.get(name, name) for each, name in zip(codes, names)))


def _code(code: str) -> str:
    """A code as it may stand in the address: a space or a full stop is written «-x20-»."""
    return re.sub(r"[^\w-]", lambda found: f"-x{ord(found[0]):x}-", code)
