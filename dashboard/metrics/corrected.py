"""How many cells behind some metrics were put right by hand."""

from collections.abc import Iterable

from dashboard.metrics.cards import metric
from dashboard.store import corrections, sql
from dashboard.store.current import Snapshot


def corrected(keys: Iterable[str], snapshot: Snapshot) -> int:
    """Of the whole district: which groups they are of is not told."""
    views = {metric(key).view for key in keys}
    tables = {table for view in views for table in sql.load(f"views/{view}").card["tables"]}
    return len(corrections.used(snapshot, tables))
