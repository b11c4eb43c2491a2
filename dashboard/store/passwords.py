"""Passwords as they are kept: hashed by argon2, each with a salt of its own."""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 10, 1000  # characters
# 19 megabytes, two rounds: what a small server can do for several people at once
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hashed(password: str) -> str:
    return HASHER.hash(_typed(password))


def fits(password: str, kept: str | None) -> bool:
    """`kept` is None for a name that nobody has: that takes as long as a wrong password."""
    try:
        HASHER.verify(kept or _nobodys(), _typed(password)[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


@cache
def _nobodys() -> str:
    return HASHER.hash("nobody's")


def _typed(password: str) -> str:
    """Keyboards write й as one sign or as two."""
    return unicodedata.normalize("NFC", password)
