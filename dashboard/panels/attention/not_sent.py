"""Schools that have not sent the period that the page is of."""

from collections import defaultdict

from dashboard.i18n import has, integer, plural, t
from dashboard.panels import words
from dashboard.panels.attention.asked import Asked
from dashboard.panels.attention.finding import Finding
from dashboard.panels.attention.naming import named
from dashboard.panels.attention.registers import not_sent


def findings(asked: Asked) -> list[Finding]:
    """Once, of all schools and all that they owe."""
    when, language = asked.taken(), asked.language
    owed: dict[str, list[str]] = defaultdict(list)
    for school, table in not_sent(asked.asking.snapshot, when.year, when.period):
        if asked.takes_in(school):
            owed[table].append(school)
    late = {school for schools in owed.values() for school in schools}
    if not late:
        return []
    return [
        Finding(
            key=("not_sent",),
            weight=0.0,
            tone="grey",
            sentence=plural(
                "attention.not_sent",
                len(late),
                language,
                when=words.time(when, language),
                schools=named(late, asked),
            ),
            evidence=_evidence(owed, len(asked.due()), language),
        )
    ]


def _evidence(owed: dict[str, list[str]], schools: int, language: str) -> str:
    """«marks: 2 of 45 schools; reading: 3 of 45 schools»."""
    return "; ".join(
        t(
            "attention.owed",
            language,
            table=_name(table, language),
            late=integer(len(late), language),
            schools=integer(schools, language),
        )
        for table, late in sorted(owed.items())
    )


def _name(table: str, language: str) -> str:
    """An unknown table's own name: a district may list what we do not read."""
    key = f"table.{table}"
    return t(key, language) if has(key, language) else table
