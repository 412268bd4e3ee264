"""What the project claims of itself in several places is the same in all of them."""

from __future__ import annotations

import re
import tomllib
from urllib.parse import urlsplit

import pytest
import yaml
from repository import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NOXFILE = (ROOT / "noxfile.py").read_text(encoding="utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTION = re.compile(r"uses: ([\w-]+/[\w/-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+")


def read(name):
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_pythons_that_are_claimed_are_tested():
    name = "Programming Language :: Python :: 3."
    claimed = [each.split(" :: ")[-1] for each in PROJECT["classifiers"] if each.startswith(name)]
    jobs = read(".github/workflows/tests.yml")["jobs"]
    assert jobs["tests"]["strategy"]["matrix"]["python"] == claimed
    assert PROJECT["requires-python"] == f">={claimed[0]}"
    where_one_is_enough = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    assert set(re.findall(r'python-version: "(.+)"', where_one_is_enough)) == {claimed[1]}
    assert "PYTHON = PYTHONS[1]" in NOXFILE


def test_the_workflows_run_every_session_and_no_other():
    sessions = re.findall(r"^@nox\.session.*\n(?:@.*\n)*def (\w+)", NOXFILE, re.MULTILINE)
    jobs = read(".github/workflows/tests.yml")["jobs"]
    run = {each.split("(")[0] for each in jobs["sessions"]["strategy"]["matrix"]["session"]}
    for path in WORKFLOWS:
        for names in re.findall(r"nox -s \"?([a-z ]+)", path.read_text(encoding="utf-8")):
            run |= set(names.split())
    assert run == set(sessions)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_to_a_commit_and_no_checkout_keeps_the_token(path):
    text = path.read_text(encoding="utf-8")
    pinned = ACTION.findall(text)
    assert len(pinned) == text.count("uses:")
    checkouts = [name for name, _ in pinned if name == "actions/checkout"]
    assert text.count("persist-credentials: false") == len(checkouts)
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert all(job["permissions"] for job in workflow["jobs"].values())


def test_one_commit_stands_for_a_version_of_an_action():
    found = {pin for path in WORKFLOWS for pin in ACTION.findall(path.read_text(encoding="utf-8"))}
    assert len(found) == len({name for name, _ in found})


def test_a_hook_before_a_commit_has_the_biome_of_ci():
    package = read("tests/front/package.json")["devDependencies"]
    (repository,) = read(".pre-commit-config.yaml")["repos"]
    (hook,) = (each for each in repository["hooks"] if each["id"] == "biome")
    assert hook["additional_dependencies"] == [f"@biomejs/biome@{package['@biomejs/biome']}"]


def test_the_citation_is_of_this_version():
    cited = read("CITATION.cff")
    assert cited["version"] == PROJECT["version"]
    assert [each["name"] for each in cited["authors"]] == [a["name"] for a in PROJECT["authors"]]
    assert cited.get("repository-code") == PROJECT.get("urls", {}).get("Repository")


def test_addresses_are_of_other_hosts_by_https():
    for name, address in PROJECT.get("urls", {}).items():
        parts = urlsplit(address)
        assert parts.scheme == "https", name
        assert "." in parts.netloc, name
