"""The sample is a witness: it may share no code with what it is a witness of."""

import ast
from pathlib import Path

import pytest

import dashboard.sample

MODULES = sorted(Path(dashboard.sample.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_it_imports_nothing_of_the_product(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    ]
    ours = [name for name in names if name.split(".")[0] == "dashboard"]
    assert [name for name in ours if not name.startswith("dashboard.sample")] == []
