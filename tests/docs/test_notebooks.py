"""What the notebooks ask and say fits the guide as it is."""

from __future__ import annotations

import ast
import json
import re

import pytest
from repository import ROOT

from pnet_paths.teach import DIFFICULTIES, questions

LEARN = json.loads((ROOT / "notebooks" / "03_learn.ipynb").read_text(encoding="utf-8"))
SOURCES = {cell["id"]: "".join(cell["source"]) for cell in LEARN["cells"]}


@pytest.fixture
def checkpoints(guide):
    """The questions of the three checkpoints, as the notebook's cells ask for them."""
    asks = [
        re.search(r'ask\(seed=(\d+), count=(\d+), level="(\w+)"\)', SOURCES[f"quiz-{number}"])
        for number in (1, 2, 3)
    ]
    return [questions(guide, int(ask[1]), int(ask[2]), DIFFICULTIES[ask[3]]) for ask in asks]


def test_no_checkpoint_has_its_right_answers_in_one_place(checkpoints):
    for asked in checkpoints:
        assert len({question.key for question in asked}) == len(asked)


def test_the_checkpoints_are_about_what_their_part_has_shown(checkpoints):
    (found, spread), after_the_story, what_if = checkpoints
    assert found.profile["extent"] == "localized"
    assert spread.profile["extent"] == "metastatic"
    assert {question.profile["extent"] for question in after_the_story} == {"metastatic"}
    assert len({question.topic for question in after_the_story}) == 3
    assert what_if[1].profile["extent"] == "metastatic"


def test_what_the_first_part_found_is_what_the_guide_answers(guide):
    known = {"extent": "localized", "course": "first", "removed": "no"}
    answers = guide.evaluate(known).status
    assert [group.id for group in guide.groups if answers[group.id] == "usual"] == [
        "supportive_care"
    ]
    known |= {"resectability": "resectable"}
    assert guide.evaluate(known).status["surgery"] == "usual"
    known |= {"grade": "G1", "growth": "stable", "symptoms": "none", "surgery_timing": "can_wait"}
    pathway = guide.evaluate(known)
    assert pathway.status["active_surveillance"] == "option"
    assert pathway.depends_on["targeted_therapy"] == {"vhl"}

    spread = guide.evaluate(known | {"extent": "metastatic"})
    assert spread.status["surgery"] == "against"
    assert f'"{spread.verdict("surgery").words}"' in " ".join(SOURCES["tasks-1"].split())
    of = {group.id: spread.status[group.id] for group in guide.groups}
    assert [name for name in of if of[name] == "depends"] == ["prrt", "liver_directed", "hospice"]
    assert of["ssa"] == of["second_opinion"] == "option"
    assert of["chemotherapy"] == of["targeted_therapy"] == "later"
    assert spread.verdict("ssa").inferred

    answered = guide.evaluate({**spread.profile, "sstr": "positive", "prior_ssa": "no"})
    names = ("ssa", "prrt", "chemotherapy", "targeted_therapy")
    assert [answered.status[name] for name in names] == ["usual", "later", "later", "later"]
    assert not any(answered.verdict(name).inferred for name in names)
    without = guide.evaluate({**answered.profile, "sstr": "negative"})
    assert {name for name in names if without.status[name] != answered.status[name]} == {"prrt"}


def test_what_the_story_asks_for_is_in_the_scenes_it_names(guide):
    second, third = (guide.evaluate(s.profile) for s in guide.cases["years_later"].scenes[1:3])
    assert second.status["prrt"] == "depends"
    assert second.depends_on["prrt"] == {"sstr"}
    assert [group.id for group in guide.groups if second.status[group.id] == "against"] == [
        "surgery"
    ]
    assert third.status["ssa"] == "usual"
    later = [group.id for group in guide.groups if third.status[group.id] == "later"]
    assert later == ["prrt", "chemotherapy", "targeted_therapy"]


def test_what_the_comparison_found_is_what_the_guide_answers(guide):
    cell = ast.parse(SOURCES["compare"]).body[0]
    same = ast.literal_eval(cell.value)
    a, b = same | {"sstr": "positive"}, same | {"sstr": "negative"}
    found = {each.treatment for each in guide.compare(a, b).differences}
    assert found == {"prrt", "lutetium_dotatate"}
    assert [guide.evaluate(each).verdict("ssa").inferred for each in (a, b)] == [True, True]
    of_a, of_b = guide.evaluate(a), guide.evaluate(a | {"grade": "G3"})
    changed = {name for name in guide.treatments if of_a.status[name] != of_b.status[name]}
    assert changed == {"platinum_etoposide"}
    text = " ".join(SOURCES["tasks-3"].split())
    assert f'"{of_a.verdict("platinum_etoposide").words}"' in text
    assert of_b.depends_on["platinum_etoposide"] == {"growth"}
    assert of_b.verdict("targeted_therapy").inferred
    assert not of_a.verdict("targeted_therapy").inferred
