"""Why a need gets just this mentor, why not a nearer one, or why it gets nobody; in words."""

from collections.abc import Iterator

from dashboard.i18n import day, integer, plural, t
from dashboard.panels import mentor_words, ways
from dashboard.panels.suggesting import Key, Suggested, key
from dashboard.panels.view import Asking
from dashboard.statistics.assignment import Mentor, Need, fit

UNKNOWN = float("inf")


def of_given(need: Need, mentor: Mentor, found: Suggested, asking: Asking) -> str:
    """«Same subject; the nearest of 4 with free load.» And of a nearer one, why not."""
    language, kind = asking.view.language, fit(need, mentor)
    same = [m for m in _elsewhere(need, found) if fit(need, m) == kind]
    free = [m for m in same if m.free]
    own = _km(need, mentor, asking)
    said = [_among(kind, own, [_km(need, m, asking) for m in free], language)]
    if kind == "direction":
        said.insert(0, _no_subject(need, found, language))
    nearer = [m for m in same if m.id != mentor.id and _km(need, m, asking) < own]
    if nearer:
        said.append(_nearer(need, min(nearer, key=lambda m: _km(need, m, asking)), found, asking))
    return " ".join(said)


def _among(kind: str, own: float, ways: list[float], language: str) -> str:
    """The only one with free load, the nearest of such, or one of them."""
    if len(ways) == 1:
        return t(f"pairing.why.{kind}.only", language)
    words = f"pairing.why.{kind}.nearest" if own <= min(ways) else f"pairing.why.{kind}"
    return plural(words, len(ways), language, number=integer(len(ways), language))


def of_nobody(need: Need, found: Suggested, asking: Asking) -> str:
    return t(
        f"pairing.nobody.{nobody(need, found)}", asking.view.language, **_who(need, found, asking)
    )


def nobody(need: Need, found: Suggested) -> str:
    """The kind of the reason, the end of `pairing.nobody.<kind>`: "none", "over", "own", "full",
    "same_school" or "others"."""
    there = _elsewhere(need, found)
    if not there:
        own = any(fit(need, m) for m in found.mentors.values())
        return "own" if own else "over" if _over(need, found) else "none"
    free = [m for m in there if m.free]
    if not free:
        return "full"
    return "same_school" if all(_helps_there(m, need, found) for m in free) else "others"


def _who(need: Need, found: Suggested, asking: Asking) -> dict[str, str]:
    """Whom the reason speaks of, by code; nothing where it speaks of nobody."""
    language, over = asking.view.language, _over(need, found)
    own = [m.id for m in found.mentors.values() if fit(need, m) and m.school == need.school]
    return {
        "own": ", ".join(sorted(own)),
        "over": ", ".join(f"{code} ({day(ended, language)})" for code, ended in over),
        "number": integer(len(_elsewhere(need, found)), language),
    }


def _elsewhere(need: Need, found: Suggested) -> list[Mentor]:
    """Mentors with a live term who fit and are of another school."""
    return [m for m in found.mentors.values() if fit(need, m) and m.school != need.school]


def _over(need: Need, found: Suggested) -> list[tuple]:
    """Who would fit, had the term not ended: code and day, the last to end first."""
    ended = [
        (term.end, code)
        for code, term in found.standing.approved.items()
        if code not in found.standing.live
        and term.school != need.school
        and (term.subject == need.subject or term.direction == need.area)
    ]
    return [(code, end) for end, code in sorted(ended, reverse=True)[:3]]


def _no_subject(need: Need, found: Suggested, language: str) -> str:
    """Why nobody of the very subject."""
    there = [m for m in _elsewhere(need, found) if fit(need, m) == "subject"]
    if not there:
        return t("pairing.why.no_subject.none", language)
    free = any(m.free for m in there)
    return t(f"pairing.why.no_subject.{'others' if free else 'full'}", language)


def _nearer(need: Need, mentor: Mentor, found: Suggested, asking: Asking) -> str:
    """Why the nearer mentor does not come here."""
    language = asking.view.language
    who = {"mentor": mentor.id, "way": _way(need, mentor, asking)}
    if not mentor.free:
        load = {"load": integer(mentor.load, language), "most": integer(mentor.most, language)}
        return t("pairing.nearer.full", language, **who, **load)
    helps = dict(_helps(mentor, found))
    there = [subject for school, subject in helps if school == need.school]
    if there:
        subject = mentor_words.subject(there[0], asking)
        return t("pairing.nearer.same_school", language, **who, subject=subject)
    return _busy(need, mentor, helps, who, asking)


def _busy(
    need: Need, mentor: Mentor, helps: dict[Key, int], who: dict[str, str], asking: Asking
) -> str:
    language = asking.view.language
    if len(helps) < mentor.free:
        return t("pairing.nearer.loaded", language, **who, load=integer(mentor.load, language))
    place = max(helps, key=lambda pair: helps[pair])
    words = "more" if helps[place] > need.pupils else "others"
    school = mentor_words.number(place[0], asking)
    return t(f"pairing.nearer.{words}", language, **who, school=school)


def _helps(mentor: Mentor, found: Suggested) -> Iterator[tuple[Key, int]]:
    """Where a mentor is suggested or accepted, and how many pupils are concerned there."""
    pupils = {key(one.need): one.need.pupils for one in found.needs}
    for pair, given in found.given.items():
        if given.id == mentor.id:
            yield pair, pupils[pair]
    for each in found.accepted:
        if each.item.mentor == mentor.id:
            yield key(each.item), pupils.get(key(each.item), 0)


def _helps_there(mentor: Mentor, need: Need, found: Suggested) -> bool:
    return any(school == need.school for (school, _), _ in _helps(mentor, found))


def _km(need: Need, mentor: Mentor, asking: Asking) -> float:
    found = ways.way(asking.snapshot, need.school, mentor.school)
    return UNKNOWN if found is None else round(found.km, 1)


def _way(need: Need, mentor: Mentor, asking: Asking) -> str:
    found = ways.way(asking.snapshot, need.school, mentor.school)
    return ways.said(found, asking.view.language)
