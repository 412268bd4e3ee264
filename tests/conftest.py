"""What tests start from: the packaged guide, a copy of its folder to spoil, the command line."""

import csv
import shutil
from contextlib import contextmanager

import js_coverage
import packaged
import pytest
import sizes
from servers import newcomer, pnet_paths, running

from pnet_paths import GuideError, load_guide
from pnet_paths.cli import main
from pnet_paths.tables.folder import packaged_folder


def pytest_addoption(parser):
    parser.addoption(
        "--exhaustive",
        action="store_true",
        help="try all cases, not a few of many",
    )
    parser.addoption(
        "--js-coverage",
        action="store_true",
        help="say which lines of the front end the browser tests reach",
    )


def pytest_configure(config):
    sizes.choose(config.getoption("--exhaustive"))
    if config.getoption("--js-coverage"):
        js_coverage.begin()


def pytest_sessionfinish():
    js_coverage.leave()


SLOW = {"banks", "browser", "teach"}
"""These folders come first: no worker is left with one of their files at the end."""


def pytest_collection_modifyitems(config, items):
    """Slow folders come first; without ``--exhaustive`` the tests marked so are left out."""
    items.sort(key=lambda item: SLOW.isdisjoint(item.path.parts))
    if not config.getoption("--exhaustive"):
        left_out = {item for item in items if item.get_closest_marker("exhaustive")}
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def pytest_terminal_summary(terminalreporter, config):
    is_worker = hasattr(config, "workerinput")
    if config.getoption("--js-coverage") and not is_worker:
        terminalreporter.section("JavaScript reached by the browser tests")
        for line in js_coverage.report():
            terminalreporter.line(line)


class Sheets:
    """A guide's folder in the hands of somebody with a spreadsheet. The header is row 1."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, table):
        return self.folder / f"{table}.csv"

    def rows(self, table):
        with self.path(table).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file, strict=True))

    def save(self, table, rows, encoding="utf-8", **dialect):
        with self.path(table).open("w", encoding=encoding, newline="") as file:
            csv.writer(file, **dialect).writerows(rows)

    def cell(self, table, row, column, text):
        rows = self.rows(table)
        rows[row - 1][rows[0].index(column)] = text
        self.save(table, rows)

    def add(self, table, **cells):
        """A new last row, cited as the first one is; returns its number."""
        rows = self.rows(table)
        cited = dict(zip(rows[0], rows[1], strict=True))
        given = {name: cited[name] for name in ("source", "section") if name in cited} | cells
        rows.append([given.get(name, "") for name in rows[0]])
        self.save(table, rows)
        return len(rows)

    def add_column(self, table, name, text=""):
        header, *rows = self.rows(table)
        self.save(table, [[*header, name], *([*row, text] for row in rows)])

    def drop_column(self, table, name):
        rows = self.rows(table)
        place = rows[0].index(name)
        self.save(table, [row[:place] + row[place + 1 :] for row in rows])

    def problems(self):
        """What loading refuses, one line each; nothing where it loads."""
        try:
            load_guide(self.folder)
        except GuideError as error:
            return list(error.problems)
        return []


@pytest.fixture(scope="session")
def guide():
    """The packaged guide."""
    return packaged.the_guide()


@pytest.fixture(scope="session")
def toy_guide():
    """The invented guide."""
    return packaged.the_toy()


@pytest.fixture
def folder(tmp_path):
    """A copy of the packaged guide's folder."""
    return shutil.copytree(packaged_folder(), tmp_path / "guide")


@pytest.fixture
def sheets(folder):
    """The same copy, with ways to change a cell, a row or a column."""
    return Sheets(folder)


@pytest.fixture
def toy(tmp_path):
    """The invented guide in the same hands."""
    return Sheets(shutil.copytree(packaged_folder("example-toy"), tmp_path / "toy"))


@pytest.fixture
def run(capfdbinary):
    """Run a command: its status, standard output as bytes, standard error as lines."""

    def command(*arguments):
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, out, err.decode().splitlines()

    return command


@pytest.fixture
def printed(run):
    """What a command that works prints."""

    def command(*arguments):
        status, out, complaints = run(*arguments)
        assert (status, complaints) == (0, [])
        return out

    return command


@pytest.fixture
def refused(run):
    """The one line of a command that cannot be done."""

    def command(*arguments):
        status, out, complaints = run(*arguments)
        assert (status, out) == (2, b"")
        (line,) = complaints
        assert "Traceback" not in line
        return line

    return command


@pytest.fixture
def home(tmp_path):
    """The empty home of a newcomer."""
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def started(home, tmp_path):
    """Start a command as a newcomer does, in a folder of one's own."""
    folder = tmp_path / "some folder"
    folder.mkdir()

    @contextmanager
    def start(*arguments, settings=None, **options):
        environment = newcomer(home) | (settings or {})
        with running(pnet_paths(*arguments), environment, folder, **options) as server:
            yield server

    return start
