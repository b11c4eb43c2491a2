"""Who may see what. Roles are a closed list; what is not written here nobody may."""

from collections.abc import Mapping

from dashboard.errors import ConfigError
from dashboard.settings import Settings

STAFF = "staff"  # single teachers: codes, names, cells of few of them
CHILDREN = "children"  # codes of single pupils
SMALL = "small"  # groups of few pupils, where the setting allows it too
MAY: Mapping[str, frozenset[str]] = {
    "head": frozenset({STAFF, CHILDREN, SMALL}),
    "methodist": frozenset({STAFF, CHILDREN, SMALL}),
    "member": frozenset(),  # of the collegium, in the hall
}


def may(role: str, what: str) -> bool:
    """An unknown role may nothing."""
    return what in MAY.get(role, frozenset())


def sees_staff(settings: Settings) -> bool:
    return may(settings.role, STAFF)


def sees_children(settings: Settings) -> bool:
    return may(settings.role, CHILDREN)


def sees_small(settings: Settings) -> bool:
    """The setting allows it, and the role as well."""
    return settings.small_numbers and may(settings.role, SMALL)


def known_role(settings: Settings) -> str:
    """Raises ConfigError for a role that is not known."""
    if settings.role not in MAY:
        raise ConfigError("bad_setting", name="TIREK_ROLE", value=settings.role)
    return settings.role
