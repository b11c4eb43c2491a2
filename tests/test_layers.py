"""Imports only ever point down this list; what rules a kind of library keeps it in its place."""

import ast
from pathlib import Path

LAYERS = (
    ("settings", "roles", "errors", "discover", "i18n"),
    ("spec",),
    ("filters", "questions", "store", "statistics", "sample"),
    ("metrics", "importer", "pages"),
    ("panels",),
    ("charts",),
    ("components", "exports", "templates"),
    ("web",),
    ("wsgi", "cli", "__main__"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
ROOT = Path(__file__).parents[1] / "dashboard"
MODULES = [path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py"]
ONLY_IN = {
    "dash_bootstrap_components": {"components", "web"},
    "dash": {"components", "web"},
    "duckdb": {"store"},
    "sqlalchemy": {"store"},
    "flask": {"web"},
    "python_calamine": {"importer"},
    "lxml": {"importer"},
    "xlsxwriter": {"exports", "sample", "templates"},
    "plotly": set(),
}


def _layer(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "dashboard":
            found |= {f"dashboard.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_imports_point_down():
    upward = [
        f"{path.relative_to(ROOT)} imports {target}"
        for path in MODULES
        for target in _imports(path)
        if target.startswith("dashboard.") and RANK[target.split(".")[1]] > RANK[_layer(path)]
    ]
    assert not upward


def test_the_sample_shares_no_code_with_what_it_checks():
    shared = {
        target
        for path in MODULES
        if _layer(path) == "sample"
        for target in _imports(path)
        if target.startswith("dashboard.") and not target.startswith("dashboard.sample")
    }
    assert shared <= {"dashboard.errors"}


def test_each_library_stays_in_its_layer():
    astray = [
        f"{path.relative_to(ROOT)} imports {target}"
        for path in MODULES
        for target in _imports(path)
        if _layer(path) not in ONLY_IN.get(target.split(".")[0], RANK)
    ]
    assert not astray
