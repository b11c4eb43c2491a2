"""The metrics and their answers: queries count, this divides, hides and gives the interval."""

from dashboard.metrics.answers import ask
from dashboard.metrics.cards import Metric, metric, metrics

__all__ = ["Metric", "ask", "metric", "metrics"]
