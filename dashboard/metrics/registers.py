"""What the registers say: schools, subjects, grades, files. Read once for each snapshot."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.settings import Settings
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept


@dataclass(frozen=True, slots=True)
class School:
    id: str
    name: str
    district: str | None
    aimak: str | None
    language: str | None
    pupils: int | None
    kind: str | None = None
    locality: str | None = None
    rural: bool | None = None
    lat: float | None = None
    lon: float | None = None
    base_school: bool | None = None
    closed: date | None = None
    country: str = "KG"
    opened: date | None = None
    successor: str | None = None  # that its pupils went to

    @property
    def place(self) -> tuple[float, float] | None:
        """(lat, lon) in degrees, where both are known."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    def open(self, on: date) -> bool:
        """On its last day it is closed."""
        begun = self.opened is None or self.opened <= on
        return begun and (self.closed is None or self.closed > on)

    def fits(self, where: Mapping[str, tuple]) -> bool:
        """Whether the filters take this school in; filters of other things do not count."""
        mine = {
            "school": self.id,
            "district": self.district,
            "aimak": self.aimak,
            "language": self.language,
        }
        return all(value in where[key] for key, value in mine.items() if where.get(key))


@dataclass(frozen=True, slots=True)
class Subject:
    id: str
    names: Mapping[str, str]  # by language
    area: str

    def name(self, language: str) -> str:
        return self.names.get(language) or self.names["ru"] or self.id


def schools(snapshot: Snapshot) -> Mapping[str, School]:
    return _schools(snapshot)


def predecessors(key: str, snapshot: Snapshot) -> tuple[School, ...]:
    """The closed schools whose pupils went to this one, the first to close first."""
    found = (s for s in schools(snapshot).values() if s.successor == key and s.closed)
    return tuple(sorted(found, key=lambda school: (school.closed, school.id)))


def district(snapshot: Snapshot, settings: Settings) -> str:
    """The name in the head: the setting's, else that of most registered schools."""
    names = Counter(school.district for school in schools(snapshot).values() if school.district)
    return settings.district or next((name for name, _ in names.most_common(1)), "")


def subjects(snapshot: Snapshot) -> Mapping[str, Subject]:
    return _subjects(snapshot)


def grades(snapshot: Snapshot) -> tuple[int, ...]:
    return _grades(snapshot)


def _read_schools(snapshot: Snapshot) -> dict[str, School]:
    rows = sql.run("options/schools", {}, snapshot.engine)
    return {row[0]: School(*row) for row in rows}


def _read_subjects(snapshot: Snapshot) -> dict[str, Subject]:
    rows = sql.run("options/subjects", {}, snapshot.engine)
    return {
        key: Subject(key, {"en": en, "ky": ky, "kk": kk, "ru": ru}, area)
        for key, en, ky, kk, ru, area in rows
    }


def _read_grades(snapshot: Snapshot) -> tuple[int, ...]:
    return tuple(grade for (grade,) in sql.run("options/grades", {}, snapshot.engine))


_schools = Kept(_read_schools, size=4)
_subjects = Kept(_read_subjects, size=4)
_grades = Kept(_read_grades, size=4)
