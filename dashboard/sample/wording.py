"""How schools, classes, years, periods and rates are written: each school in its own manner."""

from dashboard.sample.content import card
from dashboard.sample.curriculum import Subject
from dashboard.sample.district import School


def school_words(school: School) -> str:
    """The school as its own clerk writes it."""
    name, spelling = school.name, card("district")["spelling"]
    return {
        "code": school.code,
        "number": card("district")["number"].format(number=school.number),
        "alias": school.aliases[-1],
        "name": name,
        "old_letters": name.translate(str.maketrans(spelling["old_letters"])),
        "look_alike": name.translate(str.maketrans(spelling["look_alike"])),
    }[school.profile["spelling"]]


def class_words(school: School, grade: int, letter: str) -> str:
    """The class: «7А», «7 А», «7-А», «7"А"», «7«А»», Latin «7A»; only the number without letter."""
    if not letter:
        return str(grade)
    styles = card("wording")["classes"]["styles"]
    latin = card("wording")["classes"]["latin"].get(letter, letter)
    style = styles[school.number % len(styles)]
    return style.format(grade=grade, letter=letter, latin=latin)


def plain_class(grade: int, letter: str) -> str:
    return f"{grade}{letter}"


def year_words(first_year: int) -> str:
    return f"{first_year}/{first_year + 1}"


def period_words(period: str, language: str, subject: Subject | None = None) -> str:
    """«2 четверть», and for a half-year subject «2 четверть (1 полугодие)»."""
    periods = card("wording")["periods"]
    half_year = subject is not None and subject.half_year and language == "ru"
    return periods["half_year" if half_year else language][period]


def subject_words(subject: Subject, language: str, group: str = "") -> str:
    """The subject's name, with the teaching group as «Алгебра (1 гр.)»."""
    name = subject.names[language]
    return card("wording")["labels"]["group"].format(subject=name, group=group) if group else name


def percent(numerator: int, denominator: int, decimals: int = 0) -> str:
    """«67» or «66,67»; halves are rounded up; «-» over nothing."""
    return decimal(100 * numerator, denominator, decimals)


def decimal(numerator: int, denominator: int, decimals: int) -> str:
    if not denominator:
        return "-"
    scaled = (2 * numerator * 10**decimals + denominator) // (2 * denominator)
    whole, rest = divmod(scaled, 10**decimals)
    return f"{whole},{rest:0{decimals}}" if decimals else str(whole)
