"""The file that a page is: what goes into it, under which policy, and how big it is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256

import pytest
from packaged import the_guide

from pnet_paths import PnetPathsError, page

HOSTILE = "</script><script>alert(1)</script><!-- {{ 7 * 7 }} \u2028 <b>"


@pytest.fixture(scope="module")
def html(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "pnet.html"
    return page(path, the_guide(), count=20, seed=4).read_text(encoding="utf-8")


def scripts(html):
    return re.findall(r"<script[^>]*>(.*?)</script>", html, re.DOTALL)


def hashed(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_names_what_the_page_is_made_of_and_nothing_else(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    _, ours, engine = scripts(html)
    (sheet,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert f"script-src {hashed(ours)} {hashed(engine)} 'wasm-unsafe-eval';" in policy
    assert f"style-src {hashed(sheet)};" in policy
    assert policy.startswith("default-src 'none';")
    assert not re.search(r'<[^>]* (style|on\w+)="', html.replace(engine, ""))


def test_a_page_can_be_mailed(tmp_path):
    path = (
        tmp_path / "pnet.html"
    )  # by a process of its own: --js-coverage keeps the lines in this one
    command = [sys.executable, "-m", "pnet_paths", "page", str(path), "--seed", "1"]
    subprocess.run(command, check=True, capture_output=True)
    assert path.stat().st_size < 1_600_000


def test_what_goes_along_can_be_chosen(tmp_path):
    chosen = ["years_later", "by_chance"]
    path = page(tmp_path / "p.html", the_guide(), cases=chosen, count=2, seed=9, start="cases")
    again = page(tmp_path / "q.html", the_guide(), cases=chosen, count=2, seed=9, start="cases")
    assert path.read_bytes() == again.read_bytes(), "the same seed makes the same page"
    data = json.loads(scripts(path.read_text(encoding="utf-8"))[0])
    assert [case["id"] for case in data["document"]["cases"]] == chosen
    assert len(data["questions"]) == 2
    assert data["start"] == "cases"


@pytest.mark.parametrize("cases", ["years_later", ["years_later", "years_later"]])
def test_one_case_goes_along_once(cases, tmp_path):
    path = page(tmp_path / "p.html", the_guide(), cases=cases, count=0)
    data = json.loads(scripts(path.read_text(encoding="utf-8"))[0])
    assert [case["id"] for case in data["document"]["cases"]] == ["years_later"]


def test_words_of_a_teacher_are_words(tmp_path):
    path = page(tmp_path / "p.html", the_guide(), count=0, title=HOSTILE, note=HOSTILE)
    html = path.read_text(encoding="utf-8")
    assert len(scripts(html)) == 3
    assert html.count("alert(1)") == 3, "as the heading of the window, and twice as data"
    data = json.loads(scripts(html)[0])
    assert data["title"] == data["note"] == HOSTILE


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"cases": ["by_chanse"]}, '"by_chanse" is not a case; did you mean by_chance?'),
        ({"start": "quizz"}, '"quizz" is not a part of a page; did you mean quiz?'),
        ({"start": "quiz"}, "the page has no quiz to start with"),
        ({"start": "cases", "cases": []}, "the page has no cases to start with"),
        ({"address": "javascript:alert(1)"}, '"javascript:alert(1)" is not the address of a page'),
        ({"address": "https://[x/"}, '"https://[x/" is not the address of a page'),
        ({"address": "https://e.org/#top"}, '"https://e.org/#top" is not the address of a page'),
        ({"address": "https://e.org/" + "a" * 4000}, "too long for a QR code"),
        ({"title": "\ud800"}, "the title contains the character U+D800"),
        ({"count": -1}, "a page cannot have -1 questions"),
        ({"count": "5"}, "count must be a whole number, not '5'"),
        ({"count": 2.5}, "count must be a whole number, not 2.5"),
        ({"seed": "x"}, "seed must be a whole number, not 'x'"),
        ({"start": None}, "start must be text in quotes, not None"),
        ({"title": 5}, "title must be text in quotes, not 5"),
        ({"note": None}, "note must be text in quotes, not None"),
        ({"address": None}, "address must be text in quotes, not None"),
        ({"cases": 5}, "cases must be a list of cases, not 5"),
        ({"cases": [5]}, '"5" is not a case'),
        ({"cases": [["x"]]}, "\"['x']\" is not a case"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is_written(tmp_path, options, message):
    with pytest.raises(PnetPathsError, match=re.escape(message)):
        page(tmp_path / "p.html", the_guide(), **{"count": 0, **options})
    assert not list(tmp_path.iterdir())


def test_a_guide_whose_rules_make_no_questions_has_a_page_all_the_same(tmp_path, toy_guide):
    html = page(tmp_path / "p.html", toy_guide).read_text(encoding="utf-8")
    assert json.loads(scripts(html)[0])["questions"] == []


def test_the_command_writes_a_page(printed, tmp_path):
    file = tmp_path / "pnet.html"
    said = printed("page", str(file), "--questions", "0", "--address", "https://example.org/p.html")
    assert said.startswith(f"{file}: 1.".encode())
    assert '"https://example.org/p.html"' in file.read_text(encoding="utf-8")
