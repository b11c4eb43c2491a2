"""What lies in the folder: the same bytes each time, a true manifest, no letter lost."""

import csv
import hashlib

import pytest

from dashboard.sample import write
from dashboard.sample.writers.delimited import delimited


def test_the_same_seed_writes_the_same_bytes(sample, asked, tmp_path):
    write(tmp_path / "sample", **asked)
    assert _hashes(tmp_path) == _hashes(sample.parent)


def test_another_seed_writes_other_marks(sample, asked, tmp_path):
    write(tmp_path / "sample", schools=1, years=1, seed=asked["seed"] + 1)
    changed = "sample/2026-2027/S01/Q1-algebra.xlsx"
    assert (tmp_path / changed).read_bytes() != (sample.parent / changed).read_bytes()


def test_a_smaller_sample_leaves_nothing_of_the_one_before(tmp_path):
    write(tmp_path / "sample", schools=5, years=1)
    write(tmp_path / "sample", schools=1, years=1)
    inside = (tmp_path / "sample" / "2026-2027").iterdir()
    assert [path.name for path in inside if path.is_dir()] == ["S01"]
    assert not (tmp_path / "sample" / "networks.xlsx").exists()


def test_a_folder_that_holds_no_sample_loses_nothing(tmp_path):
    kept = tmp_path / "sample" / "2020-2021" / "letter.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("kept")
    write(tmp_path / "sample", schools=1, years=1)
    assert kept.exists()


def test_the_manifest_names_files_that_are_there(sample):
    rows = _manifest(sample)
    assert rows
    assert [row["file"] for row in rows if not (sample / row["file"]).is_file()] == []


def test_the_manifest_has_the_columns_of_the_contract(sample):
    columns = ["file", "school_id", "year", "period", "round", "class", "subject_id", "layout"]
    assert list(_manifest(sample)[0]) == columns


def test_the_manifest_speaks_only_of_files_that_are_silent(sample):
    said = {row["file"].split("/")[1] for row in _manifest(sample)}
    assert said == {"S03", "S04"}


def test_a_letter_that_the_encoding_lacks_is_never_replaced():
    with pytest.raises(UnicodeEncodeError):
        delimited([["Көк-Таш"]], ";", "cp1251")


@pytest.mark.parametrize(("schools", "years"), [(1, 1), (2, 5), (60, 1)])
def test_any_district_can_be_made(tmp_path, schools, years):
    write(tmp_path / "sample", schools=schools, years=years)
    folders = [path for path in (tmp_path / "sample" / "2026-2027").iterdir() if path.is_dir()]
    assert len(folders) == schools


def test_there_are_as_many_years_as_asked_for(tmp_path):
    write(tmp_path / "sample", schools=1, years=5)
    years = sorted(path.name for path in (tmp_path / "sample").iterdir() if path.is_dir())
    assert years == ["2022-2023", "2023-2024", "2024-2025", "2025-2026", "2026-2027"]


def _manifest(folder):
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _hashes(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
