"""Settings: documented, used, and refused with a sentence when they cannot be read."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.errors import ConfigError
from dashboard.settings import Settings

ROOT = Path(__file__).parents[1]
NAMES = [field.name for field in fields(Settings)]
CODE = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "dashboard").rglob("*.py"))
CARDS = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "queries").rglob("*.toml"))


def test_the_readme_lists_just_the_settings_there_are():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `TIREK_(\w+)` \|", readme, re.MULTILINE)
    assert [name.lower() for name in listed] == NAMES


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_the_readme_gives_the_default(field):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    default = f"`{field.default}`" if str(field.default) else ""
    assert f"| `TIREK_{field.name.upper()}` | {default} |".replace("|  |", "| |") in readme


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_does_something(name):
    assert re.search(rf"(settings|opened|base)\.{name}\b|\"{name}\"", CODE + CARDS)


def test_the_environment_is_read():
    found = Settings.from_env({"TIREK_STORE": "x", "TIREK_HIDE_BELOW": "7", "TIREK_RULE": ""})
    assert (found.store, found.hide_below, found.rule) == (Path("x"), 7, "without_exempt")


def test_a_setting_that_cannot_be_read_is_named(monkeypatch, capsys):
    with pytest.raises(ConfigError):
        Settings.from_env({"TIREK_HIDE_BELOW": "few"})
    monkeypatch.setenv("TIREK_HIDE_BELOW", "few")
    assert main(["snapshots"]) == 2
    assert "TIREK_HIDE_BELOW" in capsys.readouterr().err
