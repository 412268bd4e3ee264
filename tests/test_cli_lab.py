"""``pnet-paths lab``: the notebooks are copied, changed ones are kept, JupyterLab opens on them."""

import importlib.util
import json
import sys
from types import SimpleNamespace

import pytest


@pytest.fixture
def started(monkeypatch):
    """The commands that would have started JupyterLab."""
    commands = []

    def instead(command, **options):
        commands.append(command)
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr("pnet_paths.serving.subprocess.run", instead)
    return commands


def test_lab_opens_the_explorer_in_its_folder(printed, started, tmp_path):
    folder = tmp_path / "some folder" / "notebooks"
    printed("lab", folder, "--no-browser")
    (command,) = started
    assert command[:3] == [sys.executable, "-m", "jupyterlab"]
    assert any(word.endswith(f"={folder.resolve()}") for word in command)
    assert any(word.endswith("/01_explore.ipynb") for word in command)
    assert "--no-browser" in command
    assert json.loads((folder / "01_explore.ipynb").read_text(encoding="utf-8"))["cells"]


def test_lab_opens_the_lesson_for_a_teacher(printed, started, tmp_path):
    printed("lab", "--teach", tmp_path)
    assert any(word.endswith("/02_present.ipynb") for word in started[0])
    assert (tmp_path / "03_learn.ipynb").is_file()


def test_lab_opens_a_browser_and_a_folder_of_its_own_by_default(
    printed, started, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    printed("lab")
    (folder,) = tmp_path.iterdir()
    assert (folder / "01_explore.ipynb").is_file()
    assert any(word.endswith(f"={folder.resolve()}") for word in started[0])
    assert "--no-browser" not in started[0]


def test_lab_never_overwrites_a_notebook(printed, started, tmp_path):
    printed("lab", tmp_path)
    copied = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for path in copied:
        path.write_text(f"my own {path.name}")
    printed("lab", tmp_path)
    assert {path: path.read_text() for path in tmp_path.iterdir()} == {
        path: f"my own {path.name}" for path in copied
    }

    (tmp_path / "01_explore.ipynb").unlink()
    printed("lab", tmp_path)
    assert (tmp_path / "01_explore.ipynb").read_bytes() == copied[tmp_path / "01_explore.ipynb"]


@pytest.mark.parametrize("below", ["", "notebooks"])
def test_lab_refuses_a_file_as_its_folder(below, refused, started, tmp_path):
    file = tmp_path / "file"
    file.write_text("mine")
    assert str(file) in refused("lab", file / below)
    assert file.read_text() == "mine"
    assert started == []


def test_lab_says_how_to_install_what_is_missing(refused, started, tmp_path, monkeypatch):
    find = importlib.util.find_spec

    def without(name, package=None):
        return None if name == "jupyterlab" else find(name, package)

    monkeypatch.setattr("importlib.util.find_spec", without)
    assert "pip install 'pnet-paths[lab]'" in refused("lab", tmp_path / "notebooks")
    assert list(tmp_path.iterdir()) == []
    assert started == []
