"""``pnet-paths check``: what it prints, and with which status it ends."""

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


def test_a_folder_that_is_none_is_one_line_and_status_2(refused, tmp_path):
    assert "no such folder" in refused("check", tmp_path / "nothing")
    assert "holds no CSV file" in refused("check", tmp_path)
