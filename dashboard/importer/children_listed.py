"""Which layouts list children one by one: their files are not kept longer than a district wants."""

from functools import cache

from dashboard.importer.layouts import layouts

NAMES = frozenset({"pupil", "pupil_code", "student", "excellent_names", "failing_names"})
TABLE, READER = "reading", "transcript"  # of children, whatever their columns are called


@cache
def lists_children(keys: str) -> bool:
    """`keys` as a source has them: «class_list», «marks+schools». Of a layout that is not one of
    ours nobody knows what else stands in the file: it is treated as a list."""
    return any(_lists(key) for key in keys.split("+"))


def _lists(key: str) -> bool:
    layout = layouts().get(key)
    if layout is None:
        return True
    return layout.table == TABLE or layout.reader == READER or bool(NAMES & layout.columns.keys())
