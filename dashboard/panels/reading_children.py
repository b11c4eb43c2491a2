"""What the blocks of growth share: the counts behind an answer, where it may be shown."""

from collections.abc import Mapping

from dashboard.metrics import metric
from dashboard.metrics.counts import counts, narrows
from dashboard.panels.view import Asking
from dashboard.spec.answer import Answer

Named = Mapping[str, object]  # a row of the view, by column


def behind(answer: Answer, asking: Asking) -> dict[tuple, Named]:
    """The view's own counts of those groups of the answer that are not hidden."""
    view, by = metric(answer.question.metric).view, answer.question.by
    where = {k: v for k, v in asking.view.filters.where().items() if k in narrows(view)}
    where |= {"year": (answer.taken.year,), "norm_set": (answer.taken.norm_set,)}
    found = counts(asking.snapshot, view, by, tuple(sorted(where.items())))
    hidden = {row.key for row in answer.rows if row.flag == "c"}
    named = [dict(zip(found.places, row)) for row in found.rows]
    by_key = {tuple(row[name] for name in by): row for row in named}
    return {key: row for key, row in by_key.items() if key not in hidden}
