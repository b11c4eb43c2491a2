"""Is the data whole? The import desk: what is dropped, answered, loaded, corrected, taken back."""

from dashboard.roles import BRING
from dashboard.spec.page import Block, Option, Page

NUMBER = r"[0-9]{1,4}"
NOW = {"live": True, "only": BRING}

PAGE = Page(
    key="data",
    order=90,
    filters=(),
    tabs=("bring", "names", "columns", "reported", "history", "changes"),
    options=(
        Option("batch", ("",), pattern=r"[0-9]{8}T[0-9]{12}Z"),
        # Of a sheet that nobody knows: where it stands, its row of headings, its table.
        Option("file", ("",), pattern=NUMBER),
        Option("sheet", ("",), pattern=NUMBER),
        Option("row", ("",), pattern=NUMBER),
        Option("high", ("",), pattern=r"[1-4]"),
        Option("table", ("",), pattern=r"[a-z_]{1,30}"),
        Option("own", ("",), pattern=r"own_[0-9]{1,6}"),  # a layout of the district
        Option("when", ("",), pattern=r"[0-9]{4}-[0-9]{4}(-[A-Z][0-9]?)?"),
    ),
    blocks=(
        Block("batch", "desk_batch", (), "desk_batch", tab="bring", width="main", **NOW),
        Block("drop", "desk_drop", (), "desk_drop", tab="bring", width="side", **NOW),
        Block("names", "desk_names", (), "desk_names", tab="names", **NOW),
        Block("columns", "desk_columns", (), "desk_columns", tab="columns", **NOW),
        Block("reported", "reported", (), "reported", tab="reported", live=True),
        Block("history", "desk_history", (), "desk_history", tab="history", **NOW),
        Block("keeping", "keeping", (), "keeping", tab="history", **NOW),
        Block("corrections", "corrections", (), "corrections", tab="changes", **NOW),
    ),
)
