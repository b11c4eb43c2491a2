"""One school over time."""

from dashboard.panels import trend
from dashboard.panels.passport import alone, named, seen

make = alone(seen(named(trend.make)))
