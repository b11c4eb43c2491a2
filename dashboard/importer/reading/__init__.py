"""Files as received → tables of cells. The format is told by the bytes, never by the name."""

from dashboard.importer.reading.receiving import Received, receive
from dashboard.importer.reading.recognise import read

__all__ = ["Received", "read", "receive"]
