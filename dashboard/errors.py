"""
Everything Tirek raises on purpose:

* TirekError
  x UserError          shown to the person, in their language
    - NoSnapshot       nothing has been imported yet
    - OldSnapshot      the snapshot was made by another version and cannot be read
    - Unreadable       a file's bytes cannot be read as a table
    - WrongCall        an option, a name or a value of the command line is not known
  x ConfigError        a setting is missing or wrong; the app does not start
"""


class TirekError(Exception):
    """Base class; catch it only at the edges (web callbacks, command line)."""


class UserError(TirekError):
    """A situation a person can act on: the key of its words, plus the values in them."""

    key = "error.unexpected"

    def __init__(self, **about: object) -> None:
        self.about = about
        super().__init__(f"{self.key} {about}")


class NoSnapshot(UserError):
    key = "error.no_snapshot"


class OldSnapshot(UserError):
    key = "error.old_snapshot"


class Unreadable(UserError):
    """`check` is the problem that the importer reports: file_empty, file_password …"""

    def __init__(self, check: str, **about: object) -> None:
        self.check = check
        self.key = f"problem.{check}"
        super().__init__(**about)


class WrongCall(UserError):
    """`what` names the sentence `error.<what>`: unknown_metric, unknown_dimension …"""

    def __init__(self, what: str, **about: object) -> None:
        self.key = f"error.{what}"
        super().__init__(**about)


class ConfigError(UserError):
    def __init__(self, what: str, **about: object) -> None:
        self.key = f"error.{what}"
        super().__init__(**about)
