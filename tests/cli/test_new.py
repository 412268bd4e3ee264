"""``pnet-paths new``: files that open rightly in a spreadsheet by double click."""

import csv

import pytest

from pnet_paths import load_guide
from pnet_paths.tables.models import TABLES

MARK = b"\xef\xbb\xbf"
SIGNS = {"comma": ",", ",": ",", "semicolon": ";", ";": ";", "tab": "\t", "\t": "\t", r"\t": "\t"}


def contents(guide):
    return {name: frame.to_dict("records") for name, frame in guide.tables.items()}


def rows(path, separator):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator, strict=True))


@pytest.mark.parametrize("name", [None, *SIGNS])
def test_new_tables_have_the_mark_and_the_separator(name, printed, run, tmp_path):
    printed("new", tmp_path / "new", *(["--separator", name] if name else []))
    for table, model in TABLES.items():
        path = tmp_path / "new" / f"{table}.csv"
        assert path.read_bytes().startswith(MARK)
        header, *rest = rows(path, SIGNS[name or "comma"])
        assert header == [column for column in model.columns() if column != "drawn"]
        comments = [row for row in rest if row[0].startswith("#")]
        assert len(comments) >= 1
        assert all(row[0].startswith("# ") for row in comments)
    _, out, _ = run("check", tmp_path / "new")
    assert out.decode().splitlines()[-1] == "4 errors."


@pytest.mark.parametrize("name", SIGNS)
def test_a_copy_has_them_too_and_says_the_same(name, printed, tmp_path, toy_guide):
    printed("new", tmp_path / "new", "--from", "example-toy", "--separator", name)
    assert contents(load_guide(tmp_path / "new")) == contents(toy_guide)
    for table in toy_guide.tables:
        path = tmp_path / "new" / f"{table}.csv"
        assert path.read_bytes().startswith(MARK)
        assert len({len(row) for row in rows(path, SIGNS[name])}) == 1


def test_a_copy_keeps_comments_and_blank_rows(printed, tmp_path):
    printed("new", tmp_path / "a")
    printed("new", tmp_path / "b", "--from", tmp_path / "a", "--separator", "semicolon")
    for table in TABLES:
        first, second = (tmp_path / name / f"{table}.csv" for name in "ab")
        assert rows(first, ",") == rows(second, ";")


def test_a_copy_of_a_file_that_cannot_be_read_is_the_file(printed, sheets, tmp_path):
    sheets.path("topics").write_bytes(b'topic,label\n"open')
    printed("new", tmp_path / "new", "--from", sheets.folder)
    assert (tmp_path / "new" / "topics.csv").read_bytes() == b'topic,label\n"open'


@pytest.mark.parametrize("name", ["|", ":", " ", "", ",;", "colon"])
def test_another_separator_is_one_line(name, refused, tmp_path):
    line = refused("new", tmp_path / "new", "--separator", name)
    assert line == f'pnet-paths: "{name}" is not a separator (comma, semicolon, tab)'
    assert not (tmp_path / "new").exists()


def test_new_makes_tables_with_comments_that_are_not_read(run, printed, refused, tmp_path):
    folder = tmp_path / "new"
    printed("new", folder)
    assert (folder / "indications.csv").read_text(encoding="utf-8").count("\n# ") >= 1
    status, out, _ = run("check", folder)
    assert status == 1
    assert out.decode().splitlines()[-1] == "4 errors."
    assert "not empty" in refused("new", folder)


def test_new_leaves_the_guide_that_it_copies_as_it_is(printed, folder, tmp_path):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    printed("new", tmp_path / "copy", "--from", folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert {path.name for path in (tmp_path / "copy").iterdir()} == set(before)
