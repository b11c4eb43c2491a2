"""The map of 45 and of 400 schools in a browser, beside an empty chart, turn by turn."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import plotly
from playwright.sync_api import Page, sync_playwright

from dashboard.charts import map as drawing
from dashboard.charts import theme
from tests.benchmarks.timing import Times, timed
from tests.made_up_map import panel, sketch
from tests.web.screens import ARGUMENTS, DESK

RUNS = 15  # the first three to warm up
EMPTY = "empty chart"
PAGE = """<!doctype html><meta charset="utf-8"><div id="chart" style="width:849px"></div>
<script src="{library}"></script><script>
const began = performance.now();
Plotly.newPlot("chart", {figure}, {{displayModeBar: false}}).then(() =>
  requestAnimationFrame(() => setTimeout(() => {{
    window.times = [performance.now(), performance.now() - began];
  }})));
</script>"""


def run() -> Iterator[Times]:
    """From the opening of a page until the chart is seen; then the drawing alone; then ours."""
    figures = {
        EMPTY: {"data": [], "layout": theme.layout(drawing.HIGH)},
        "map of 45 schools, 130 pairs": _figure(45, 130),
        "map of 400 schools, 1200 pairs": _figure(400, 1200),
    }
    opened, alone = _measured(figures)
    for name in figures:
        yield _times(f"{name}: page opened and drawn", opened[name])
    for name in figures:
        yield _times(f"{name}: drawn", alone[name])
    for schools, pairs in ((45, 130), (400, 1200)):
        made = panel(sketch(schools, pairs))
        yield timed(
            f"figure of {schools} schools, in Python",
            lambda _, made=made: drawing.figure(made, "ru"),
            range(RUNS),
        )


def _figure(schools: int, pairs: int) -> dict:
    return drawing.figure(panel(sketch(schools, pairs)), "ru")


def _measured(figures: dict[str, dict]) -> tuple[dict[str, list], dict[str, list]]:
    """Milliseconds, a list for each figure: whole pages, and drawing alone."""
    opened: dict[str, list] = {name: [] for name in figures}
    alone: dict[str, list] = {name: [] for name in figures}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        files = {name: _written(Path(folder), name, figure) for name, figure in figures.items()}
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        page = browser.new_page(viewport=DESK)
        for _ in range(RUNS):
            for name, file in files.items():
                whole, drawing_alone = _open(page, file)
                opened[name].append(whole)
                alone[name].append(drawing_alone)
        browser.close()
    return opened, alone


def _written(folder: Path, name: str, figure: dict) -> Path:
    library = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    file = folder / f"{name}.html"
    text = PAGE.format(library=library.as_uri(), figure=json.dumps(figure))
    file.write_text(text, encoding="utf-8")
    return file


def _open(page: Page, file: Path) -> list[float]:
    page.goto(file.as_uri())
    return page.wait_for_function("window.times").json_value()


def _times(name: str, spent: list[float]) -> Times:
    counted = spent[3:]
    return Times(name, len(counted), median(counted), quantiles(counted, n=20)[-1])
