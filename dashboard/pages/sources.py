"""Which files, sheets and rows stand behind a number? Opened from the number itself."""

from dashboard.filters import FILTERS
from dashboard.spec.filters import FilterSpec
from dashboard.spec.page import Block, Option, Page

NAME, NAMES = r"[a-z_]+", r"[a-z_]+(\.[a-z_]+)*"
# What numbers are grouped by and no page is filtered by.
LETTER, ASSOCIATION = FilterSpec("letter"), FilterSpec("association")

PAGE = Page(
    key="sources",
    order=95,
    listed=False,
    filters=(*FILTERS, LETTER, ASSOCIATION),
    options=(
        Option("metric", ("",), pattern=NAME),
        Option("of", ("",), pattern=NAMES),  # all metrics of the block that led here
        Option("by", ("",), pattern=NAMES),  # what the number was grouped by
        Option("empty", ("",), pattern=NAMES),  # what its group has no value of: a class, no letter
        Option("table", ("",), pattern=NAME),
        Option("file", ("",), pattern=r"\d{1,9}"),
    ),
    blocks=(
        Block("number", "source_number", (), show="source_number", width="side", live=True),
        Block("files", "source_files", (), show="source_files", width="main", live=True),
        Block("rows", "source_rows", (), show="source_rows", live=True),
    ),
)
