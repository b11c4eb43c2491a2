"""The sample district: made-up school exports in the real layouts, and what must come out.

It shares no code with the importer, the queries and the metrics: it is what they are checked
against.
"""

from dashboard.sample.writing import write

__all__ = ["write"]
