"""Who stands where in the queue for a course: people, their schools' needs, and the places."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.i18n import order
from dashboard.metrics.course_people import holders, last_course
from dashboard.panels import course_people, mentor_words
from dashboard.panels.course_people import Staff
from dashboard.panels.needs import Low, needs
from dashboard.panels.view import Asking
from dashboard.spec.page import Page
from dashboard.statistics.course_next import Candidate, chosen

GROUPS = ("nobody", "young", "low", "others")  # as the rule has them; the first that holds


@dataclass(frozen=True, slots=True)
class Turns:
    """Of the whole district: filters of schools only choose what is shown of it."""

    kind: str
    places: int
    waiting: int  # without a course of the kind
    sent: tuple[Candidate, ...]  # as many as there are places
    subjects: Mapping[str, tuple[str, ...]]  # of each person
    low: Mapping[tuple[str, str], Low]  # by school and subject

    def shown(self, asking: Asking) -> list[tuple[int, Candidate]]:
        """With their numbers in the whole list."""
        there = enumerate(self.sent, start=1)
        return [(n, each) for n, each in there if course_people.is_chosen(each.school, asking)]


def turns(page: Page, found: Staff, asking: Asking) -> Turns:
    kind, places = course_people.kind(page, asking.view), int(asking.view.option(page, "places"))
    low = {(one.need.school, one.need.subject): one for one in needs(page, asking).low}
    waiting = [*_candidates(kind, found, low, asking)]
    subjects = {each.teacher: each.subjects for each in found.people}
    return Turns(kind, places, len(waiting), tuple(chosen(waiting, places)), subjects, low)


def group(each: Candidate) -> str:
    """Why he stands so far in front: the first reason of the rule that holds."""
    holds = {"nobody": each.nobody, "young": each.young, "low": bool(each.low), "others": True}
    return next(name for name in GROUPS if holds[name])


def _candidates(
    kind: str, found: Staff, low: Mapping[tuple[str, str], Low], asking: Asking
) -> Iterator[Candidate]:
    trained, last = holders(found.held, kind, found.on), last_course(found.held)
    at: dict[str, int] = defaultdict(int)
    for each in found.people:
        at[each.school] += each.teacher in trained
    names = {school: _in_order(school, asking) for school in at}
    for each in found.people:
        if each.teacher not in trained:
            yield Candidate(
                each.teacher,
                each.school,
                nobody=not at[each.school],
                young=each.young,
                low=tuple(code for code in each.subjects if (each.school, code) in low),
                last=last.get(each.teacher),
                name=names[each.school],
            )


def _in_order(school: str, asking: Asking) -> tuple:
    """The same whatever language the page is read in: an order has one list."""
    return tuple(order(mentor_words.school(school, asking), asking.settings.language))
