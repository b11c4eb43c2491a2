"""Files as received → tables of cells. The format is told by the bytes, never by the name."""

from dashboard.importer.reading.apart import Apart
from dashboard.importer.reading.limits import Limits, limits_of
from dashboard.importer.reading.receiving import Received, receive
from dashboard.importer.reading.recognise import read

__all__ = ["Apart", "Limits", "Received", "limits_of", "read", "receive"]
