"""One school's help: its mentors, who helps its teachers, its networks. People are codes."""

from collections import Counter
from collections.abc import Iterator

from dashboard.i18n import day, integer, percent, plural, t
from dashboard.metrics.mentoring import Link
from dashboard.metrics.mentors import Term
from dashboard.metrics.registers import schools
from dashboard.panels import mentor_words, words
from dashboard.panels.mentoring import Seen, seen
from dashboard.panels.networks import Network, certified, networks
from dashboard.panels.passport import alone, own_school
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel


def _help(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """In sentences, as on paper. `metrics` are the live mentors and the networks' certified."""
    language, known, own = view.language, seen(asking), own_school(asking)
    stem = f"block.{page.key}.{block.key}"
    answer = certified(block.metrics[1], asking, ("network", "school"))
    found = networks(asking, answer.taken.on)
    if known is None and not found:
        return Panel(t(stem, language), "", empty=t(f"{stem}.empty", language))
    said = [*(_of_register(known, own, asking) if known else ())]
    said += [_network(each, answer.by_key().get((each.id, own)), asking) for each in found]
    when = day(known.on, language) if known else words.when(answer, language)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, when=when),
        sentences=tuple(said),
    )


make = alone(_help)


def _of_register(known: Seen, own: str, asking: Asking) -> Iterator[str]:
    language = asking.view.language
    terms = mentor_words.by_code(
        {key: term for key, term in known.whole.live.items() if term.school == own}, language
    )
    helped = [link for link in known.whole.links if link.getter == own]
    if not asking.sees_staff:
        yield t("staff.here" if terms else "networks.here_none", language)
        yield t("staff.helped" if helped else "networks.helped_none", language)
        return
    if terms:
        codes = "; ".join(_mentor(term, known, language) for term in terms)
        yield _counted("networks.here", len(terms), codes, language)
    else:
        yield t("networks.here_none", language)
    if helped:
        codes = "; ".join(_helpers(helped, asking))
        yield _counted("networks.helped", len({link.mentee for link in helped}), codes, language)
    else:
        yield t("networks.helped_none", language)


def _counted(key: str, count: int, codes: str, language: str) -> str:
    return plural(key, count, language, number=integer(count, language), codes=codes)


def _mentor(term: Term, known: Seen, language: str) -> str:
    """«M014 – natural and exact sciences, until 3 September 2027, mentees: 2»"""
    return t(
        "networks.mentor",
        language,
        code=term.mentor,
        direction=mentor_words.direction(term.direction, language),
        day=day(term.end, language),
        number=integer(known.whole.load(term.mentor), language),
    )


def _helpers(helped: list[Link], asking: Asking) -> Iterator[str]:
    """«M014 (№ 5): 2»"""
    language, mentees = asking.view.language, Counter((x.mentor, x.giver) for x in helped)
    for (mentor, giver), count in sorted(mentees.items(), key=lambda each: each[0][0]):
        school = mentor_words.number(giver, asking) if giver else t("networks.unknown", language)
        yield t(
            "networks.helper",
            language,
            code=mentor,
            school=school,
            number=integer(count, language),
        )


def _network(network: Network, value: Value | None, asking: Asking) -> str:
    """What it belongs to, and of its own teachers how many are certified, unless that is hidden."""
    language = asking.view.language
    lead = ", ".join(schools(asking.snapshot)[key].name for key in network.leads)
    count = len(network.schools)
    said = plural(
        f"networks.belongs.{network.kind}",
        count,
        language,
        network=network.name,
        lead=lead,
        number=integer(count, language),
    )
    if value is None or value.value is None:
        return said
    own = t(
        "networks.own",
        language,
        number=integer(int(value.numerator), language),
        of=integer(int(value.denominator), language),
        share=percent(value.value, language, 0),
    )
    return f"{said} {own}"
