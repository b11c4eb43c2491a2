"""`tirek templates`: what it writes, what it says, and the exit code."""

import pytest

from dashboard import templates
from dashboard.cli import main


@pytest.fixture
def tirek(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("TIREK_LANGUAGE", "en")

    def call(*arguments: object) -> tuple[int, str]:
        code = main(["templates", *map(str, arguments), "--store", str(tmp_path / "store")])
        out, err = capsys.readouterr()
        assert out == ""
        return code, err

    return call


def test_it_writes_every_template_and_names_each(tirek, tmp_path):
    code, said = tirek(tmp_path / "new" / "blank", "--lang", "kk")
    paths = [tmp_path / "new" / "blank" / f"{name}.xlsx" for name in templates.filled_in()]
    assert code == 0
    assert said.splitlines() == [f"Written: {path}" for path in paths]
    assert all(path.stat().st_size > 5000 for path in paths)
    assert not (tmp_path / "store").exists()


def test_a_file_of_the_same_name_gives_way_and_others_stay(tirek, tmp_path):
    (tmp_path / "marks.xlsx").write_bytes(b"old")
    (tmp_path / "mine.txt").write_bytes(b"mine")
    assert tirek(tmp_path, "--lang", "ky")[0] == 0
    assert (tmp_path / "marks.xlsx").read_bytes()[:2] == b"PK"
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"


def test_an_unknown_language_is_refused_and_nothing_is_written(tirek, tmp_path):
    code, said = tirek(tmp_path / "blank", "--lang", "de")
    assert code == 2
    assert "ky, kk, ru, en" in said
    assert not (tmp_path / "blank").exists()
