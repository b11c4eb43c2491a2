"""Which year, period, round or day an answer is of, when nobody says."""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.errors import ConfigError
from dashboard.filters import ROUND, STAGE, VALID
from dashboard.metrics.cards import Metric
from dashboard.metrics.counts import periods
from dashboard.settings import Settings
from dashboard.spec.answer import Taken
from dashboard.store.current import Snapshot

# When a period ends: its place in the school year.
ENDS = {"Q1": 1, "Q2": 2, "H1": 2, "Q3": 3, "Q4": 4, "H2": 4, "Y": 5}

USUAL = MappingProxyType({"valid": VALID.closed[0], "norm_set": "kg_benchmark"})


def taken(
    snapshot: Snapshot,
    metric: Metric,
    by: tuple[str, ...],
    where: Mapping[str, tuple],
    usual: Mapping[str, str] = USUAL,
) -> Taken:
    """Times are never added together: what is not grouped by is narrowed to one.

    Without a year the latest with data; in it, without a period the latest of the kind (quarter,
    half-year, year) that most schools reported, without a round the latest, without a stage the
    one that most schools reported, without a survey the one of most schools. A register stands as
    on the latest day that it tells of; how long a course counts and which norms are taken,
    `usual` says. Of several values the latest counts. What the metric does not have is None.
    """
    if not metric.times:
        return Taken()
    chosen = {name: _chosen(name, where, usual) for name in usual if name in metric.times}
    if "on" in metric.times:
        return Taken(on=_day(snapshot, metric, where), **chosen)
    known = [row for row in periods(snapshot, metric.view) if _allowed(row, metric, where)]
    year = max((row["year"] for row in known), default=None)
    of_year = [row for row in known if row["year"] == year]
    latest = {
        "year": lambda _: year,
        "period": _latest,
        "round": _last_round,
        "stage": _stage_of_most,
        "survey": _survey_of_most,
    }
    wanted = (name for name in metric.times if name not in by and name in latest)
    return Taken(**{name: latest[name](of_year) for name in wanted}, **chosen)


def _day(snapshot: Snapshot, metric: Metric, where: Mapping[str, tuple]) -> str | None:
    """The day asked for, else the latest that the register tells of."""
    if where.get("on"):
        return max(where["on"])
    latest = max((row["on"] for row in periods(snapshot, metric.view)), default=None)
    return latest.isoformat() if latest else None


def _chosen(name: str, where: Mapping[str, tuple], usual: Mapping[str, str]) -> str:
    """The last of those asked for, else the usual one."""
    return (where.get(name) or (usual[name],))[-1]


def usual(settings: Settings) -> Mapping[str, str]:
    """What is taken when nobody chooses. Raises ConfigError for an unknown rule of courses."""
    if settings.course_rule not in VALID.closed:
        raise ConfigError("bad_setting", name="TIREK_COURSE_RULE", value=settings.course_rule)
    return {"valid": settings.course_rule, "norm_set": settings.norm_set}


def _allowed(row: Mapping, metric: Metric, where: Mapping[str, tuple]) -> bool:
    asked = (name for name in metric.times if name in row and where.get(name))
    return all(row[name] in where[name] for name in asked)


def _latest(rows: list[Mapping]) -> str | None:
    """The last period of the kind that most schools reported; of equal kinds the one that ends
    last."""
    if not rows:
        return None
    reported: dict[str, tuple[int, int]] = {}
    for row in rows:
        kind, end = row["period"][0], ENDS[row["period"]]
        schools, last = reported.get(kind, (0, 0))
        reported[kind] = max(schools, row["schools"]), max(last, end)
    kind = max(reported, key=lambda name: reported[name])
    return max((r["period"] for r in rows if r["period"][0] == kind), key=lambda p: ENDS[p])


def _last_round(rows: list[Mapping]) -> str | None:
    return max((row["round"] for row in rows), key=ROUND.closed.index, default=None)


def _stage_of_most(rows: list[Mapping]) -> str | None:
    """Of stages that equally many reported, the higher."""
    most = max(
        rows, key=lambda row: (row["schools"], STAGE.closed.index(row["stage"])), default=None
    )
    return most["stage"] if most else None


def _survey_of_most(rows: list[Mapping]) -> str | None:
    """Of surveys in equally many schools, the last by its code."""
    most = max(rows, key=lambda row: (row["schools"], row["survey"]), default=None)
    return most["survey"] if most else None
