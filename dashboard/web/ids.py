"""Every component id, in one place. No id is written as a loose string anywhere else."""

from dash import ALL, MATCH

ADDRESS = "address"  # of the page; Dash Pages has its own
ALERTS = "alerts"
AS_OF = "as-of"
MAIN = "main"
NAV = "nav"
PILLS = "pills"
STATE = "state"
TABS = "tabs"
TOOLS = "tools"
TURN = "turn"  # set by assets/tirek.js when the address goes back to what Dash Pages last saw
UNREACHABLE = "unreachable"  # shown by assets/tirek.js when a request does not arrive
RULE = "rule"  # the one choice beside the filters


def block(page: object = MATCH, key: object = MATCH) -> dict:
    return {"kind": "block", "page": page, "key": key}


def choice(key: object = ALL) -> dict:
    """A filter's widget, or that of the rule."""
    return {"kind": "choice", "key": key}
