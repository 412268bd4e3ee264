"""``pnet-paths notebooks`` copies and never overwrites; what is missing is said."""

from __future__ import annotations

import importlib.util
import json

import pytest

NOTEBOOKS = [
    "01_explore.ipynb",
    "02_present.ipynb",
    "03_learn.ipynb",
    "04_write_your_own_guide.ipynb",
    "05_evidence.ipynb",
]


def test_notebooks_are_copied_and_never_overwritten(printed, tmp_path):
    folder = tmp_path / "on a hub" / "notebooks"
    said = printed("notebooks", folder).decode()
    copied = {path: path.read_bytes() for path in sorted(folder.iterdir())}
    assert [path.name for path in copied] == NOTEBOOKS
    assert f"Copied into {folder}: {', '.join(NOTEBOOKS)}" in said
    assert "Kept" not in said
    assert str(folder / "01_explore.ipynb") in said

    cells = [cell for content in copied.values() for cell in json.loads(content)["cells"]]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code
    assert not [cell for cell in code if cell["outputs"] or cell["execution_count"]]

    mine, *others = copied
    mine.write_text("my own")
    others[0].unlink()
    others[1].unlink()
    others[1].symlink_to(tmp_path / "elsewhere")
    said = printed("notebooks", folder).decode()
    assert "02_present.ipynb\n" in said
    assert "Kept as they were: 01_explore.ipynb, 03_learn.ipynb, 04_" in said
    assert mine.read_text() == "my own"
    assert others[0].read_bytes() == copied[others[0]]
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("command", ["lab", "notebooks"])
@pytest.mark.parametrize("below", ["", "notebooks"])
def test_a_file_is_refused_as_the_folder(below, command, refused, tmp_path):
    file = tmp_path / "file"
    file.write_text("mine")
    assert str(file) in refused(command, file / below)
    assert file.read_text() == "mine"


@pytest.mark.parametrize(("command", "module"), [("lab", "jupyterlab"), ("app", "voila")])
def test_what_is_missing_is_said_with_how_to_install_it(
    command, module, refused, tmp_path, monkeypatch
):
    find = importlib.util.find_spec

    def without(name, package=None):
        return None if name == module else find(name, package)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("importlib.util.find_spec", without)
    assert f"pip install 'pnet-paths[{command}]'" in refused(command)
    assert list(tmp_path.iterdir()) == []
