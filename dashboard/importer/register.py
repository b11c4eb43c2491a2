"""Names by which schools or subjects are called → their codes. Never a guess: one match or none."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from rapidfuzz import fuzz, process

from dashboard.importer.normalise.text import fold, skeleton

PATH = Path(__file__).with_name("school_words.toml")
TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|№")
NEAR = 3  # names that a message offers
LIKENESS = 55

Found = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Entry:
    code: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """`tiers`: codes, what people answered, names, aliases; what an earlier one finds is not asked
    further."""

    entries: dict[str, Entry]
    tiers: tuple[Found, ...]
    numbers: Found = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)

    def code(self, text: str) -> str | None:
        if text in self.entries:
            return text
        matches = self.matches(text)
        return next(iter(matches)) if len(matches) == 1 else None

    def matches(self, text: str) -> set[str]:
        wanted = skeleton(text)
        for tier in self.tiers if wanted else ():
            if wanted in tier:
                return tier[wanted]
        return _by_number(self, text)

    def nearest(self, text: str) -> list[str]:
        """Names to choose from, the likeliest first; of several matches, those."""
        codes = sorted(self.matches(text)) or self._alike(text)
        return [f"{code} ({_shown(self.entries[code])})" for code in codes[:NEAR]]

    def candidates(self, text: str) -> list[tuple[str, str]]:
        """(code, name) of all that it may be, the likeliest first: for a person to choose from."""
        found = [*sorted(self.matches(text)), *self._alike(text, None, 0), *sorted(self.entries)]
        return [(code, _shown(self.entries[code])) for code in dict.fromkeys(found)]

    def starting(self, text: str) -> set[str]:
        """Codes of those whose name or alias begins so: a sheet's name may be cut."""
        wanted = skeleton(text)
        return {
            code
            for tier in self.tiers[1:]
            for name, codes in tier.items()
            if name.startswith(wanted)
            for code in codes
        }

    def _alike(self, text: str, most: int | None = 12, least: int = LIKENESS) -> list[str]:
        spellings = {name: codes for tier in self.tiers for name, codes in tier.items()}
        found = process.extract(
            skeleton(text), spellings.keys(), scorer=fuzz.WRatio, limit=most, score_cutoff=least
        )
        codes = (code for name, *_ in found for code in sorted(spellings[name]))
        return list(dict.fromkeys(codes))


def register(
    entries: Iterable[Entry],
    numbered: bool = False,
    answers: Mapping[str, str] = MappingProxyType({}),
) -> Register:
    """Of two entries with one code the later counts. `numbered`: schools are called by number.

    `answers` (skeleton → code) are of people; one for a code that is not known is not used.
    """
    known = {entry.code: entry for entry in entries}
    tiers = (
        _tier(known.values(), lambda entry: (entry.code,)),
        {name: {code} for name, code in answers.items() if code in known},
        _tier(known.values(), lambda entry: entry.names),
        _tier(known.values(), lambda entry: entry.aliases),
    )
    if not numbered:
        return Register(known, tiers)
    words = {code: frozenset(_words(" ".join(entry.names))) for code, entry in known.items()}
    return Register(known, tiers, _numbers(known.values()), words)


def is_numbered_school(text: str) -> bool:
    """«Школа № 5», «5-мектеп» and nothing more: a line that needs no label."""
    tokens = _tokens(text)
    words = [token for token in tokens if not token.isdecimal()]
    called = any(word.startswith(_school()) for word in words)
    return called and len(tokens) == len(words) + 1 and set(words) <= _generic() | {"№"}


def _tier(entries: Iterable[Entry], names: object) -> Found:
    found: Found = {}
    for entry in entries:
        for name in names(entry):
            if skeleton(name):
                found.setdefault(skeleton(name), set()).add(entry.code)
    return found


def _by_number(known: Register, text: str) -> set[str]:
    """«№5», «5-мектеп», «школа 5»: one number; beside it words of any school, or of that very."""
    tokens = _tokens(text)
    numbers = [int(token) for token in tokens if token.isdecimal()]
    rest = {token for token in tokens if not token.isdecimal()} - {"№"}
    if len(numbers) != 1:
        return set()
    fitting = {
        code
        for code in known.numbers.get(str(numbers[0]), ())
        if rest <= _generic() | known.words[code]
    }
    closer = {code for code in fitting if rest <= known.words[code]}
    return closer if len(fitting) > 1 and len(closer) == 1 else fitting


def _numbers(entries: Iterable[Entry]) -> Found:
    found: Found = {}
    for entry in entries:
        for name in (*entry.names, *entry.aliases):
            number = _number(_tokens(name))
            if number:
                found.setdefault(number, set()).add(entry.code)
    return found


def _number(tokens: list[str]) -> str | None:
    """The number of a school in its name: after «№», or next to a word like «school»."""
    for place, token in enumerate(tokens):
        beside = {*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]}
        alone = len(tokens) == 1 or beside & _generic()
        if token.isdecimal() and (alone or tokens[place - 1] == "№"):
            return str(int(token))
    return None


def _words(text: str) -> list[str]:
    return [token for token in _tokens(text) if not token.isdecimal()]


def _tokens(text: str) -> list[str]:
    return TOKEN.findall(fold(text))


def _shown(entry: Entry) -> str:
    return next((name for name in entry.names if name), entry.code)


@cache
def _school() -> tuple[str, ...]:
    told = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return tuple(fold(word) for word in told["school"])


@cache
def _generic() -> frozenset[str]:
    told = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return frozenset(fold(word) for word in told["generic"])
