"""Made-up reading diagnostics: children of the primary classes, by code, round after round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.pupils import SchoolClass

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """One child, round and language. What was not measured is None; it is never nought."""

    school: str
    first_year: int
    round: str
    date: str
    pupil: str
    grade: int
    letter: str
    language: str
    gender: str
    status: str
    words: int | None = None
    errors: int | None = None
    questions_asked: int | None = None
    questions_right: int | None = None
    manner: str | None = None
    expressiveness: int | None = None
    handwriting: int | None = None


@dataclass(frozen=True, slots=True)
class Child:
    code: str
    gender: str
    ability: float
    rounds: range  # in which the child is on the list, by their place in the year


def reading(school: School, classes: Sequence[SchoolClass], chance: Random) -> list[Reading]:
    """By year, round, class and child."""
    grades = _grades(school)
    made = [
        each
        for school_class in classes
        if school_class.grade in grades and _rounds(school_class.first_year)
        for child in _children(school, school_class, chance)
        for each in _readings(school, school_class, child, chance)
    ]
    return sorted(made, key=lambda each: (each.date, each.grade, each.letter))


def _grades(school: School) -> list[int]:
    told = card("reading")["grades"]
    others = [] if school.number % told["others_every"] else told["others"]
    return [*told["always"], *others]


def _rounds(first_year: int) -> dict[str, str]:
    """The days of the rounds that were held, in their order."""
    return card("reading")["rounds"].get(str(first_year), {})


def _children(school: School, of: SchoolClass, chance: Random) -> list[Child]:
    """The class as it begins the year, and behind it those who come later."""
    shares, held = card("reading")["shares"], len(_rounds(of.first_year))
    arrivals = [(0, pupil.ability) for pupil in of.pupils]
    for place in range(1, held):
        came = sum(chance.random() < shares["comes"] for _ in of.pupils)
        arrivals += [(place, chance.choice(of.pupils).ability) for _ in range(came)]
    coded = enumerate(arrivals, start=1)
    return [
        Child(
            f"{school.code}-{of.grade}{of.letter}-{number:02}",
            "f" if chance.random() < shares["girls"] else "m",
            ability,
            range(place, _last(place, held, chance)),
        )
        for number, (place, ability) in coded
    ]


def _last(place: int, held: int, chance: Random) -> int:
    """The round before which a child leaves."""
    goes = card("reading")["shares"]["goes"]
    left = (later for later in range(place + 1, held) if chance.random() < goes)
    return next(left, held)


def _readings(school: School, of: SchoolClass, child: Child, chance: Random) -> Iterator[Reading]:
    told = card("reading")
    for place, (name, date) in enumerate(_rounds(of.first_year).items()):
        if place not in child.rounds or (
            name == "start" and of.grade in told["grades"]["not_at_start"]
        ):
            continue
        status = _status(chance)
        for number, language in enumerate(_languages(school, of.letter)):
            about = (school.code, of.first_year, name, date, child.code, of.grade, of.letter)
            listed = Reading(*about, language, child.gender, status)
            second = number * told["level"]["second_language"]
            level = _level(child, chance) + second + _of_school(school)
            tested = status == "tested"
            yield _tested(listed, place, level, school, chance) if tested else listed


def _status(chance: Random) -> str:
    shares, drawn = card("reading")["shares"], chance.random()
    if drawn < shares["absent"]:
        return "absent"
    return "refused" if drawn < shares["absent"] + shares["refused"] else "tested"


def _languages(school: School, letter: str) -> Sequence[str]:
    told, own = card("reading")["languages"], school.profile["language"]
    if own != "mixed":
        return (own,)
    if school.profile["size"] == "small":
        return told["mixed"]
    return told["mixed"][1:] if letter in told["second"] else told["mixed"][:1]


def _level(child: Child, chance: Random) -> float:
    told = card("reading")["level"]
    girls = told["girls"] * (0.5 if child.gender == "f" else -0.5)
    return child.ability + girls + chance.gauss(0, told["luck"])


def _of_school(school: School) -> float:
    weak = card("reading")["weak"]
    return weak["level"] if school.code in weak["schools"] else 0.0


def _tested(listed: Reading, place: int, level: float, school: School, chance: Random) -> Reading:
    told = card("reading")
    words = _words(listed, place, level)
    asked = told["questions"]["asked"][str(listed.grade)]
    writes = school.number % told["handwriting"]["every"] == 0
    return replace(
        listed,
        words=words,
        errors=_errors(words, level, chance),
        questions_asked=asked,
        questions_right=_right(words, asked, level, chance),
        manner=_manner(words, chance),
        expressiveness=_graded("expressiveness", level, chance),
        handwriting=_graded("handwriting", level, chance) if writes else None,
    )


def _words(of: Reading, place: int, level: float) -> int:
    """In a minute: none, or from one to the whole text."""
    told = card("reading")
    scale = told["words"][str(of.grade)]
    if level < scale["nothing_below"] - place * told["nothing"]["round"]:
        return 0
    words = scale["start"] + place * scale["round"] + level * scale["level"]
    return max(1, min(scale["text"], round(words * told["pace"][of.language])))


def _errors(words: int, level: float, chance: Random) -> int:
    told = card("reading")
    if not words:
        return chance.randint(*told["nothing"]["errors"])
    usual = told["errors"]["middle"] + level * told["errors"]["level"]
    return max(0, round(chance.gauss(usual, told["errors"]["luck"])))


def _right(words: int, asked: int, level: float, chance: Random) -> int:
    """Who read nothing has understood nothing."""
    told = card("reading")["questions"]
    likely = min(told["most"], max(told["least"], told["likely"] + told["level"] * level))
    return sum(chance.random() < likely for _ in range(asked)) if words else 0


def _manner(words: int, chance: Random) -> str:
    told = card("reading")["manner"]
    pace = words + chance.gauss(0, told["luck"])
    manners = (manner for manner, most in told["up_to"].items() if pace <= most)
    return next(manners, told["beyond"])


def _graded(what: str, level: float, chance: Random) -> int:
    told = card("reading")[what]
    least, most = told["bounds"]
    drawn = told["middle"] + told["level"] * level + chance.gauss(0, told["luck"])
    return min(most, max(least, round(drawn)))
