"""Is it getting better: the share at the norm by grade in the rounds of this year and the last."""

from dashboard.i18n import t
from dashboard.panels import empty, reading_words
from dashboard.panels.over_time import year_before
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

Time = tuple[str, str]  # year, round


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Rounds without any test are left out, and grades without any norm are told apart: two rounds
    of one grade are of about the same children, two grades never."""
    key, language, stem = block.metrics[0], view.language, f"block.{page.key}.{block.key}"
    year = asking.answer(key).taken.year
    answer = _over_rounds(key, year, asking) if year else Answer(None, ())
    if not any(row.flag not in ("x", "z") for row in answer.rows):
        why = "no_norms" if any(row.flag == "z" for row in answer.rows) else ""
        said = t(f"reading.{why}", language) if why else empty.why(page, block, asking)
        return Panel(t(stem, language), "", empty=said)
    times = _times(answer)
    norms = reading_words.norm_set(answer, asking)
    about = t(f"{stem}.about", language, norm_set=norms, year=year)
    return Panel(
        title=t(stem, language),
        about=" ".join(filter(None, (about, _without_norm(answer, language)))),
        columns=(Column("grade", t("filter.grade", language)), *_columns(times, language)),
        rows=tuple(
            (_name(page, grade, view), *_shares(key, grade, times, answer, view))
            for grade in _normed(answer)
        ),
    )


def _over_rounds(key: str, year: str, asking: Asking) -> Answer:
    years = (year_before(year), year)
    return asking.answer(key, ("grade", "year", "round"), year=years, round=())


def _times(answer: Answer) -> list[Time]:
    """Newest first: on a phone the first columns are what one sees."""
    found = {row.key[1:] for row in answer.rows if row.flag not in ("x", "z")}
    in_time = sorted(found, key=lambda time: (time[0], reading_words.ROUNDS.index(time[1])))
    return in_time[::-1]


def _columns(times: list[Time], language: str) -> tuple[Column, ...]:
    return tuple(
        Column(f"{year}.{round_}", _title(year, round_, language), unit="percent")
        for year, round_ in times
    )


def _title(year: str, round_: str, language: str) -> str:
    named = reading_words.round_name(round_, language)
    return t("reading.round_of_year", language, year=year, round=named)


def _normed(answer: Answer) -> list[int]:
    return sorted({row.key[0] for row in answer.rows if row.flag not in ("x", "z")})


def _without_norm(answer: Answer, language: str) -> str:
    grades = sorted({row.key[0] for row in answer.rows} - {*_normed(answer)})
    if not grades:
        return ""
    return t("reading.grades_without_norm", language, grades=", ".join(map(str, grades)))


def _name(page: Page, grade: int, view: View) -> Cell:
    href = reading_words.tab(page, view, view.tab, grade=grade)
    return Cell(t("reading.grade", view.language, grade=grade), href=href)


def _shares(key: str, grade: int, times: list[Time], answer: Answer, view: View) -> list[Cell]:
    found = answer.by_key()
    of = view.language
    return [reading_words.share_of(found.get((grade, *time)), key, of) for time in times]
