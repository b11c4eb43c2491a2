"""Made-up pairs: whom each mentor helps, so that some have many, some nobody."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.mentoring import Mentor, belongs
from dashboard.sample.staff import Teacher
from dashboard.sample.terms import TODAY

SETTLING_IN = 30  # days after the order within which pairs are made
NOW = TODAY.isoformat()


@dataclass(frozen=True, slots=True)
class Pair:
    mentor: str
    mentee: Teacher
    subject: str | None
    start: str
    end: str | None  # only of a pair that is over; one of them lacks it
    status: str


def pairs(
    teachers: list[Teacher], of: list[Mentor], schools: Mapping[str, School], seed: int
) -> list[Pair]:
    """Every school that is not left out gives or gets; nobody else has a second mentor."""
    reached = [each for each in teachers if not schools[each.school].has_flaw("unreached")]
    dealing = _Dealing(reached, of, Random(f"{seed} pairs"))
    dealing.reach_every_school()
    dealing.give_the_rest()
    dealing.end_some_early()
    dealing.help_one_twice()
    return dealing.made


def live_pairs(listed: Iterable[Pair], of: Iterable[Mentor], on: str) -> list[Pair]:
    """Begun and not ended, and the mentor's term is live."""
    live = {each.code for each in of if each.is_live(on)}
    return [each for each in listed if each.mentor in live and _is_live(each, on)]


def _is_live(pair: Pair, on: str) -> bool:
    if pair.end is None:
        return pair.start <= on and pair.status != _rules()["status"]["over"]
    return pair.start <= on <= pair.end


class _Dealing:
    """Terms, how many mentees each has still to get, and who has a mentor already."""

    def __init__(self, teachers: list[Teacher], of: list[Mentor], chance: Random) -> None:
        self.teachers, self.terms, self.chance = teachers, of, chance
        self.left = Counter(dict(zip(range(len(of)), cycle(_rules()["loads"]))))
        self.live = [place for place, term in enumerate(of) if term.is_live(NOW)]
        self.helped: set[str] = set()
        self.made: list[Pair] = []

    def reach_every_school(self) -> None:
        """First the schools without a mentor of their own get somebody's help."""
        own = {self.terms[place].teacher.school for place in self.live}
        without = sorted({each.school for each in self.teachers} - own)
        for school in without:
            for place in self._givers(school):
                if self._give(place, school):
                    break

    def give_the_rest(self) -> None:
        for place in range(len(self.terms)):
            while self.left[place] > 0 and self._give(place):
                pass

    def end_some_early(self) -> None:
        """Pairs that are over although the mentor's term is not; the first lacks its day."""
        over = _rules()["status"]["over"]
        for number, place in enumerate(self.live[:: _rules()["ended_early"]]):
            if self._give(place):
                pair = self.made.pop()
                end = date.fromisoformat(pair.start) + timedelta(days=20)
                told = None if number == 0 else min(end, TODAY - timedelta(1)).isoformat()
                self.made.append(replace(pair, end=told, status=over))

    def help_one_twice(self) -> None:
        """One mentee of a live pair has a second mentor, of the same direction where it can be."""
        for pair in live_pairs(self.made, self.terms, NOW):
            for place in self._others(pair):
                self.made.append(self._pair(self.terms[place], pair.mentee))
                return

    def _givers(self, school: str) -> list[int]:
        """Live terms, those of the school's direction with free places first, in random order."""
        places = [place for place in self.live if self.left[place] > 0] or self.live
        shuffled = self.chance.sample(places, len(places))
        here = [each for each in self.teachers if each.school == school and _is_new(each)]
        near = [p for p in shuffled if any(belongs(t, self.terms[p].direction) for t in here)]
        return near + [place for place in shuffled if place not in near]

    def _others(self, pair: Pair) -> list[int]:
        """Live terms that help somebody already, of another mentor and another school."""
        direction = next(each.direction for each in self.terms if each.code == pair.mentor)
        busy = {each.mentor for each in self.made}
        places = [p for p in self.live if self.terms[p].code in busy - {pair.mentor}]
        away = [p for p in places if self.terms[p].teacher.school != pair.mentee.school]
        return [p for p in away if self.terms[p].direction == direction]

    def _give(self, place: int, school: str = "") -> bool:
        """One more mentee, of this school if one is named; False where nobody is left."""
        term = self.terms[place]
        free = [each for each in self.teachers if each.code not in self.helped]
        able = _mentees([each for each in free if school in ("", each.school)], term)
        if not able:
            return False
        young = [each for each in able if each.young]
        first = young if young and self.chance.random() < _rules()["young"] else able
        mentee = self.chance.choice(first)
        self.made.append(self._pair(term, mentee))
        self.helped.add(mentee.code)
        self.left[place] -= 1
        return True

    def _pair(self, term: Mentor, mentee: Teacher) -> Pair:
        start = date.fromisoformat(term.start) + timedelta(days=self.chance.randrange(SETTLING_IN))
        live = term.is_live(NOW)
        if live and self.chance.random() < _rules()["just_begun"]:
            start = TODAY - timedelta(days=self.chance.randint(10, 40))
        status = _rules()["status"]["live" if live else "over"]
        end = None if live else term.end
        return Pair(term.code, mentee, term.subject, start.isoformat(), end, status)


def _mentees(teachers: list[Teacher], mentor: Mentor) -> list[Teacher]:
    """The less experienced of the direction at other schools; without such, anybody else."""
    others = [each for each in teachers if each.code != mentor.teacher.code]
    new = [each for each in others if _is_new(each)]
    near = [each for each in new if belongs(each, mentor.direction)]
    away = [each for each in near if each.school != mentor.teacher.school]
    return away or near or new or others


def _is_new(teacher: Teacher) -> bool:
    return teacher.experience <= _rules()["mentees_until"]


def _rules() -> dict:
    return card("staff")["mentoring"]
