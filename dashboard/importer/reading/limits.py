"""How much one file may ask of its reader; each limit is a setting."""

from dataclasses import dataclass

from dashboard.settings import Settings

MEGABYTE = 1 << 20
DEFAULT = Settings()


@dataclass(frozen=True, slots=True)
class Limits:
    size: int = DEFAULT.largest_file * MEGABYTE  # bytes, unpacked
    rows: int = DEFAULT.most_rows  # of one sheet
    columns: int = DEFAULT.most_columns
    seconds: int = DEFAULT.reader_seconds
    memory: int = DEFAULT.reader_memory * MEGABYTE  # bytes that the reading process may take


def limits_of(settings: Settings) -> Limits:
    return Limits(
        settings.largest_file * MEGABYTE,
        settings.most_rows,
        settings.most_columns,
        settings.reader_seconds,
        settings.reader_memory * MEGABYTE,
    )
