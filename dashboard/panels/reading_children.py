"""What the blocks of growth share: the counts behind an answer, where it may be shown."""

from collections.abc import Mapping

from dashboard.metrics.counts import counts, narrows
from dashboard.panels.view import Asking
from dashboard.spec.answer import Answer, Taken

VIEW = "reading_growth"
Named = Mapping[str, object]  # a row of the view, by column


def behind(answer: Answer, taken: Taken, asking: Asking) -> dict[tuple, Named]:
    """The counts of growth, at the times taken, of those groups that the answer does not hide."""
    by = answer.question.by
    where = {k: v for k, v in asking.view.filters.where().items() if k in narrows(VIEW)}
    where |= {"year": (taken.year,), "norm_set": (taken.norm_set,)}
    found = counts(asking.snapshot, VIEW, by, tuple(sorted(where.items())))
    hidden = {row.key for row in answer.rows if row.flag == "c"}
    named = [dict(zip(found.places, row)) for row in found.rows]
    by_key = {tuple(row[name] for name in by): row for row in named}
    return {key: row for key, row in by_key.items() if key not in hidden}
