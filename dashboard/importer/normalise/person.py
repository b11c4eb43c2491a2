"""Is it written like a person's name: «Асанова Айгүл», «Асанова А. Б.»?"""

import re

# Every word begins with a capital letter and ends before the next one: nothing to try twice.
NAME = re.compile(
    r"[^\W\d_a-zа-яёөүңәғқұһі][\w-]*(?:[\s.,]+[^\W\d_a-zа-яёөүңәғқұһі][\w-]*){1,3}[\s.,]*"
)


def is_person(text: str) -> bool:
    """Titles of subjects are written so too, at times: ask only where a name may stand."""
    return NAME.fullmatch(text.strip()) is not None
