"""``pnet-paths check`` and ``new``: what they print, and with which status they end."""

from __future__ import annotations

import json


def test_check_on_the_command_line(run, printed, tmp_path):
    toy = tmp_path / "mine"
    printed("new", toy, "--from", "example-toy")
    assert printed("check", toy) == b"No problems found.\n"
    table = toy / "indications.csv"
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text(
        "".join(row for row in rows if not row.startswith(("waiting_p", "salve_later")))
    )
    status, out, complaints = run("check", toy)
    assert (status, complaints) == (1, [])
    assert b"Shown by: color=pale days=few molting=no\n" in out
    status, out, _ = run("check", toy, "--format", "json")
    gap = next(found for found in json.loads(out) if found["code"] == "gap")
    assert gap["witness"] == {"color": "pale", "days": "few", "molting": "no"}
    witness = [f"{name}={level}" for name, level in gap["witness"].items()]
    shown = printed("show", "--guide", toy, *witness).decode()
    assert "Not named here: Waiting, Warm socks and Krill salve." in shown


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


def test_a_folder_that_is_none_is_one_line_and_status_2(refused, tmp_path):
    assert "no such folder" in refused("check", tmp_path / "nothing")
    assert "holds no CSV file" in refused("check", tmp_path)
