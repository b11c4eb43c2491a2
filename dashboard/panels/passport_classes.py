"""One school's classes by subjects."""

from dashboard.panels import cells
from dashboard.panels.passport import alone, named, shown

make = alone(shown(named(cells.make)))
