"""How ids, values and times are written in a panel."""

from datetime import date

from dashboard.filters import FILTERS, MONTHS
from dashboard.i18n import day, has, integer, number, order, percent, plural, t
from dashboard.metrics import metric
from dashboard.metrics.registers import schools, subjects
from dashboard.spec.answer import Answer, Taken, Value
from dashboard.spec.panel import Cell
from dashboard.store.current import Snapshot

NOTHING = "–"
CHOICES = frozenset(spec.key for spec in FILTERS if spec.closed and spec.key != "period")


def name(dimension: str, key: object, snapshot: Snapshot, language: str) -> str:
    """What a person calls one value of a dimension."""
    if dimension == "school" and key in schools(snapshot):
        return schools(snapshot)[key].name
    if dimension == "subject" and key in subjects(snapshot):
        return subjects(snapshot)[key].name(language)
    if dimension == "period":
        return t(f"period.{key}", language)
    if dimension in CHOICES and key is not None:
        return t(f"choice.{key}", language)
    if dimension == "norm_set":
        return norm_set(str(key), language)
    if dimension == "on":
        return day(date.fromisoformat(str(key)), language)
    return NOTHING if key is None else str(key)


def norm_set(code: str, language: str) -> str:
    """Those shipped have a name in words; a district's own goes by its code."""
    stem = f"norm_set.{code}"
    return t(stem, language) if has(stem, language) else code


def short(dimension: str, key: object, snapshot: Snapshot, language: str) -> str:
    """The same where there is little room."""
    stem = f"{dimension}_short.{key}"
    if dimension in ("subject", "period") and has(stem, language):
        return t(stem, language)
    return name(dimension, key, snapshot, language)


def by_name(dimension: str, keys: set, snapshot: Snapshot, language: str) -> list:
    """Keys in the order of their names; periods, years and grades in their own."""
    if dimension in ("year", "period", "grade"):
        return sorted(keys)
    if dimension == "month":
        return sorted(keys, key=MONTHS.index)
    return sorted(keys, key=lambda key: order(name(dimension, key, snapshot, language), language))


def shown(value: float, key: str, language: str, decimals: int | None = None) -> str:
    """A metric's value as a person reads it, with its unit."""
    card = metric(key)
    places = card.decimals if decimals is None else decimals
    if card.unit == "percent":
        return percent(value, language, places)
    return number(value, language, places)


def reference(value: float | None, key: str, language: str) -> str:
    """The district's own value, or that there is none to be shown."""
    return NOTHING if value is None else shown(value, key, language)


def cell(value: Value | None, key: str, language: str, decimals: int | None = None) -> Cell:
    """One value of a metric; without one, the sign that says why."""
    return Cell(**parts(value, key, language, decimals))


def parts(value: Value | None, key: str, language: str, decimals: int | None = None) -> dict:
    """What a cell says of a value; the caller may add its colour and where it leads."""
    card = metric(key)
    said = {"unit": card.unit, "decimals": card.decimals, "value": value}
    if value is None or value.value is None:
        flag = "x" if value is None else value.flag
        return said | {"text": NOTHING if flag == "x" else flag, "flag": flag}
    text = shown(value.value, key, language, decimals)
    return said | {"text": text, "number": value.value, "flag": value.flag}


def count(value: float | None, language: str) -> Cell:
    """A whole number; empty where it is hidden."""
    if value is None:
        return Cell("", unit="count")
    text = integer(int(value), language) if float(value).is_integer() else number(value, language)
    return Cell(text, value, "count")


def interval(value: Value, key: str, language: str) -> str:
    """«46,1–50,3 %»; empty where there is none."""
    if value.low is None:
        return ""
    places = metric(key).decimals
    low = number(value.low * 100, language, places)
    return f"{low}–{percent(value.high, language, places)}"


def pupils(value: int, language: str) -> str:
    return plural("panel.pupils", value, language, number=integer(value, language))


def when(answer: Answer, language: str) -> str:
    """«2026-2027, 1-чейрек»: what was taken where nothing was chosen."""
    return time(answer.taken, language)


def time(taken: Taken, language: str) -> str:
    period = t(f"period.{taken.period}", language) if taken.period else None
    stage = t(f"choice.{taken.stage}", language) if taken.stage else None
    round_ = t(f"choice.{taken.round}", language) if taken.round else None
    norms = _norms(taken.norm_set, language) if taken.norm_set else None
    on = day(date.fromisoformat(taken.on), language) if taken.on else None
    valid = t(f"taken.{taken.valid}", language) if taken.valid else None
    parts = (taken.year, period, round_, stage, on, valid, norms)
    return ", ".join(part for part in parts if part)


def _norms(code: str, language: str) -> str:
    return t("taken.norm_set", language, name=norm_set(code, language))
