"""Who may see what. Roles are a closed list; what is not written here nobody may."""

from collections.abc import Mapping

from dashboard.errors import ConfigError
from dashboard.settings import Settings

STAFF = "staff"  # single teachers: codes, names, cells of few of them
CHILDREN = "children"  # codes of single pupils, whatever their school
OWN_CHILDREN = "own_children"  # those of the one school that the server is for
SMALL = "small"  # groups of few pupils, where the setting allows it too
BRING = "bring"  # import, answer, correct, undo; the originals, which hold children's names
MAY: Mapping[str, frozenset[str]] = {
    "head": frozenset({STAFF, CHILDREN, SMALL, BRING}),
    "methodist": frozenset({STAFF, CHILDREN, SMALL, BRING}),
    "member": frozenset(),  # of the collegium, in the hall
    "school": frozenset({OWN_CHILDREN}),  # of others, and of teachers, as a member
}
SCHOOL = "school"
LOCAL, LOGIN = ACCESS = ("local", "login")
SHORTEST_KEY = 32  # characters
NOBODY = "nobody"  # who has not said who they are; stands in no line above


def may(role: str, what: str) -> bool:
    """An unknown role may nothing."""
    return what in MAY.get(role, frozenset())


def allowed(settings: Settings) -> frozenset[str]:
    """All that the role may do."""
    return MAY.get(settings.role, frozenset())


def sees_staff(settings: Settings) -> bool:
    return may(settings.role, STAFF)


def sees_children(settings: Settings) -> bool:
    """Of every school."""
    return may(settings.role, CHILDREN)


def sees_children_of(school: str, settings: Settings) -> bool:
    """Of this one. Without a school of its own the role `school` sees none."""
    own = may(settings.role, OWN_CHILDREN) and own_school(settings) == school != ""
    return own or sees_children(settings)


def brings(settings: Settings) -> bool:
    """May change what the dashboard shows, and open the files that it was made from."""
    return may(settings.role, BRING)


def own_school(settings: Settings) -> str:
    """The school that the server is for; empty in every other role."""
    return settings.school if settings.role == SCHOOL else ""


def sees_small(settings: Settings) -> bool:
    """The setting allows it, and the role as well."""
    return settings.small_numbers and may(settings.role, SMALL)


def known_access(settings: Settings) -> str:
    """Raises ConfigError for a way in that is not known, and for a log-in without a key to sign."""
    if settings.access not in ACCESS:
        raise ConfigError("bad_setting", name="TIREK_ACCESS", value=settings.access)
    if settings.access == LOGIN and len(settings.secret_key) < SHORTEST_KEY:
        raise ConfigError("login_needs_key", least=SHORTEST_KEY)
    return settings.access


def known_role(settings: Settings) -> str:
    """Raises ConfigError for a role that is not known, for a school's role without the school and
    for a school with another role: whoever names one does not want to serve all of them."""
    role, school = settings.role, settings.school
    if role not in MAY:
        raise ConfigError("bad_setting", name="TIREK_ROLE", value=role)
    if role == SCHOOL and not school:
        raise ConfigError("role_without_school")
    if school and role != SCHOOL:
        raise ConfigError("school_without_role", school=school, role=role)
    return role
