"""One row of every canonical table by hand, and how a person of each language writes it."""

from datetime import date

LANGUAGES = ("ky", "kk", "ru", "en")

# What is stored, and what stands in the cell in each language.
WRITTEN = {
    "KG": ("Кыргызстан", "Қырғызстан", "Кыргызская Республика", "Kyrgyzstan"),
    "Q1": ("1-чейрек", "1 тоқсан", "1 четверть", "quarter 1"),
    "H2": ("2-жарым жылдык", "2 жартыжылдық", "2 полугодие", "H2"),
    "start": ("жылдын башы", "оқу жылының басы", "начало года", "start"),
    "end": ("жылдын аягы", "оқу жылының соңы", "конец года", "end"),
    "natural_exact": (
        *("табигый жана так предметтер", "жаратылыстану-математика пәндері"),
        *("естественные и точные предметы", "natural and exact subjects"),
    ),
    "humanities": ("гуманитардык", "гуманитарлық", "гуманитарные", "humanities"),
    "secondary": ("орто мектеп", "орта мектеп", "средняя школа", "secondary school"),
    "mixed": ("аралаш", "аралас", "смешанный", "mixed"),
    "ky": ("кыргызча", "қырғызша", "кыргызский", "Kyrgyz"),
    "members": ("мүчөлөрү", "мүшелері", "члены", "members"),
    "ict": ("МКТ", "АКТ", "ИКТ", "ict"),
    "level": ("деңгээлдик", "деңгейлік", "уровневые курсы", "level"),
    "ort": ("ЖРТ", "ЖРТ", "ОРТ", "ort"),
    "district": ("райондук", "аудандық", "районный", "district"),
    "seminar": ("семинар", "семинар", "Семинар", "seminar"),
    "lead": ("жетектөөчү мектеп", "жетекші мектеп", "ведущая школа", "lead school"),
    "f": ("кыз", "қыз", "девочка", "girl"),
    "tested": ("текшерилди", "тексерілді", "проверена", "tested"),
    "syllables": ("муундап", "буындап", "по слогам", "syllables"),
    "moderate": ("орточо", "орташа", "умеренный", "moderate"),
    "gifted": ("шыктуу окуучулар", "дарынды оқушылар", "одаренные дети", "gifted pupils"),
    "open_lesson": ("ачык сабак", "ашық сабақ", "открытый урок", "open lesson"),
    "physics": ("Физика", "Физика", "Физика", "Physics"),
    "history": ("Тарых", "Тарих", "История", "History"),
    "2026-2027": ("2026-2027-окуу жылы", "2026/2027 оқу жылы", "2026/27 уч. год", "2026-2027"),
}
AS_IT_STANDS = {"courses.name", "schools.district", "reporting.table", "surveys.title"}
FLAGS = {True: ("ооба", "иә", "да", "yes"), False: ("жок", "жоқ", "нет", "no")}


def table(name: str, language: str) -> tuple[dict, dict]:
    """What must be stored, and the cells of the file; a language has its own school and codes."""
    place = LANGUAGES.index(language)
    stored = {column: _own(value, place + 1) for column, value in ROWS[name].items()}
    cells = {column: _cell(f"{name}.{column}", value, place) for column, value in stored.items()}
    return stored, cells


def _own(value: object, number: int) -> object:
    """«#» is the language's number, «+» the one after it; a day so told is a day."""
    if not isinstance(value, str) or not set("#+") & set(value):
        return value
    text = value.replace("#", str(number)).replace("+", str(number + 1))
    return date.fromisoformat(text) if text.endswith(("-09-01", "-12-31")) else text


def _cell(place: str, value: object, language: int) -> object:
    if isinstance(value, bool):
        return FLAGS[value][language]
    if place in AS_IT_STANDS or not isinstance(value, str) or value not in WRITTEN:
        return value
    return WRITTEN[value][language]


CLASS = {"school_id": "L#", "year": "2026-2027", "period": "Q1", "grade": 7, "letter": "А"}
FROM, TO = {"start": date(2026, 9, 1)}, {"end": date(2028, 8, 31)}
ROWS: dict[str, dict[str, object]] = {
    "schools": {
        "school_id": "L#",
        "name": "Лесная #0#",
        "country": "KG",
        "opened": date(1936, 9, 1),
        "closed": date(2030, 8, 31),
        "successor_id": "L1",
        "aimak": "Ак-Там",
        "district": "Ала-Бука",
        "oblast": "Жалал-Абад",
        "locality": "Айры-Там",
        "kind": "secondary",
        "language": "mixed",
        "rural": True,
        "lat": 41.25,
        "lon": 71.5,
        "pupils": 641,
        "base_school": False,
        "aliases": "Токой #;Орман #",
    },
    "subjects": {
        "subject_id": "chess#",
        "name_en": "Chess #",
        "name_ky": "Шахмат #",
        "name_kk": "Шахмат ойыны #",
        "name_ru": "Шахматы #",
        "area": "humanities",
        "half_year": True,
        "aliases": "Шахмат ийрими #",
    },
    "marks": {
        **CLASS,
        "group": "1",
        "subject_id": "physics",
        "teacher_id": "TL#",
        "roster": 45,
        "n5": 1,
        "n4": 2,
        "n3": 3,
        "n2": 4,
        "not_assessed": 5,
        "exempt": 6,
        "credited": 7,
        "not_credited": 8,
        "no_mark": 9,
    },
    "pupil_groups": {
        **CLASS,
        "roster": 28,
        "excellent": 4,
        "good": 9,
        "one_four": 1,
        "satisfactory": 12,
        "one_three": 3,
        "failing": 2,
        "not_assessed": 1,
    },
    "exams": {
        "school_id": "L#",
        "year": "2026-2027",
        "exam": "ort",
        "subject_id": "physics",
        "graduates": 41,
        "takers": 30,
        "passed": 24,
        "score_sum": 3900.5,
        "score_max": 187.0,
    },
    "olympiads": {
        "year": "2026-2027",
        "stage": "district",
        "subject_id": "history",
        "school_id": "L#",
        "grade": 10,
        "participants": 9,
        "place1": 1,
        "place2": 2,
        "place3": 3,
        "advanced": 4,
    },
    "teachers": {
        "teacher_id": "TL#",
        "school_id": "L#",
        "year": "2026-2027",
        "subject_ids": "physics;history",
        "experience_years": 12.5,
        "category": "1 кат.",
        "position": "мугалим",
        "young_specialist": True,
        "hours_per_week": 18.5,
        "until": date(2029, 8, 31),
    },
    "courses": {
        "course_id": "CL#",
        "name": "Курс #: тест",
        "provider": "РИПК",
        "kind": "ict",
        "hours": 72.0,
        "valid_years": 5.0,
    },
    "completions": {
        "teacher_id": "TL#",
        "course_id": "CL#",
        "finished": date(2026, 10, 30),
        "certificate": "0123",
    },
    "course_plan": {"school_id": "L#", "year": "2026-2027", "kind": "level", "planned": 6},
    "course_cycles": {
        "country": "KG",
        "start": "203#-09-01",
        "end": "203#-12-31",
        "years": 2.5,
        "source": "Буйрук #",
    },
    "mentors": {
        "mentor_id": "ML#",
        "teacher_id": "TL#",
        "name": "ML#",
        "school_id": "L#",
        "direction": "natural_exact",
        "subject_id": "physics",
        "order_no": "45-7",
        **FROM,
        **TO,
        "certificate": "007",
        "open_day": "шаршемби",
    },
    "pairs": {
        "mentor_id": "ML#",
        "mentee_id": "TL#",
        "mentee_school_id": "L#",
        "subject_id": "physics",
        **FROM,
        **TO,
        "status": "иштейт",
    },
    "mentor_events": {
        "date": date(2026, 11, 18),
        "kind": "seminar",
        "mentor_id": "ML#",
        "school_id": "L#",
        "subject_id": "physics",
        "participants": 14,
    },
    "networks": {
        "network_id": "NL#",
        "name": "Тармак #",
        "kind": "lead",
        "lead_school_id": "L1",
        "member_school_id": "L#",
        **FROM,
        **TO,
    },
    "reading": {
        "pupil_code": "2А-0#",
        "school_id": "L#",
        "year": "2026-2027",
        "round": "start",
        "date": date(2026, 9, 16),
        "grade": 2,
        "letter": "А",
        "language": "ky",
        "gender": "f",
        "status": "tested",
        "words_correct": 43,
        "errors": 2,
        "seconds": 59.5,
        "questions_asked": 5,
        "questions_right": 4,
        "manner": "syllables",
        "expressiveness": 1,
        "handwriting": 3,
    },
    "reading_norms": {
        "norm_set": "own_#",
        "country": "KG",
        "language": "ky",
        "grade": 3,
        "round": "end",
        "benchmark": 45.5,
        "at_risk": 25.0,
    },
    "surveys": {
        "survey_id": "AL#",
        "year": "2026-2027",
        "title": "Курстар",
        "school_id": "L#",
        "invited": 25,
        "answered": 20,
        "question": "Эмне өзгөрдү?",
        "option": "Топтор",
        "chosen": 8,
        "effect": "moderate",
    },
    "associations": {
        "association_id": "L#-M",
        "school_id": "L#",
        "area": "natural_exact",
        "chosen_by": "members",
        "year": "2026-2027",
        "members": 9,
    },
    "meetings": {
        "association_id": "L#-M",
        "date": date(2026, 9, 4),
        "matters": "План",
        "decisions": "Бекитилди",
        "minutes_no": "01",
    },
    "planned_work": {
        "school_id": "L#",
        "year": "2026-2027",
        "association_id": "L#-M",
        "month": "10",
        "kind": "open_lesson",
        "planned": 4,
        "done": 3,
        "subject_id": "physics",
    },
    "programme": {**CLASS, "subject_id": "physics", "hours_planned": 27.5, "hours_given": 26.0},
    "support": {
        "school_id": "L#",
        "year": "2026-2027",
        "period": "H2",
        "grade": 7,
        "kind": "gifted",
        "pupils": 5,
        "with_plan": 4,
        "improved": 2,
    },
    "marks_expected": {
        "country": "KG",
        "grade": 3,
        "from_year": "203#-203+",
        "to_year": "203#-203+",
        "marks": False,
        "source": "Буйрук #",
    },
    "reporting": {
        "school_id": "L#",
        "year": "2026-2027",
        "period": "Q1",
        "table": "marks",
        "due": date(2026, 11, 10),
        "received": date(2026, 11, 9),
    },
}
