"""The words: `t("key", language, ...)`, from `<language>/*.po`, read through Babel."""

from collections.abc import Callable, Mapping
from functools import cache
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent
LANGUAGES = tuple(code for code in ("ky", "kk", "ru", "en") if (FOLDER / code).is_dir()) + tuple(
    sorted(
        path.name
        for path in FOLDER.iterdir()
        if any(path.glob("*.po")) and path.name not in ("ky", "kk", "ru", "en")
    )
)


def known(language: object) -> str | None:
    """The language if it has catalogues, whatever the address says; else None."""
    return language if isinstance(language, str) and language in LANGUAGES else None


def t(key: str, language: str, /, **about: object) -> str:
    """The text for a key. A missing key is a bug of ours, so it raises KeyError."""
    return _filled(_words(language)[key], about)


def has(key: str, language: str) -> bool:
    """Whether there are words for a key: a district's own subjects have none of ours."""
    return key in _words(language)


def plural(key: str, count: int, language: str, /, **about: object) -> str:
    """The text for a key in the form that `count` asks for; `{count}` is for the text."""
    forms = _words(language)[key]
    form = forms[_rule(language)(count)]
    return _filled(form, {"count": count, **about})


def _filled(text: str, about: Mapping[str, object]) -> str:
    """A value that ends with a full stop («9 нояб. 2026 г.») needs no other one after it."""
    for name, value in about.items():
        if isinstance(value, str) and value.endswith("."):
            text = text.replace(f"{{{name}}}.", f"{{{name}}}")
    return text.format(**about)


@cache
def _words(language: str) -> dict[str, str | tuple[str, ...]]:
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message.string
        for catalogue in catalogues(language)
        for message in catalogue
        if message.id
    }


@cache
def _rule(language: str) -> Callable[[int], int]:
    return c2py(catalogues(language)[0].plural_expr)


@cache
def catalogues(language: str) -> tuple[Catalog, ...]:
    """The language's catalogues, one per area of the product, in the order of their names."""
    return tuple(_read(path, language) for path in sorted((FOLDER / language).glob("*.po")))


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)
