"""A guide too large for its diagrams is refused in one line that says why and what to do."""

import random

import pytest
from strategies import tables

from pnet_paths import Guide, GuideError
from pnet_paths.errors import GuideTooLargeError
from pnet_paths.logic import workload


def random_guide(factors, rows, treatments=1, groups=1, seed=1):
    """Rows on two to four factors of three levels each; the first two factors are in all rows."""
    draw = random.Random(seed)
    levels = {f"f{i}": ["v0", "v1", "v2"] for i in range(factors)}
    names = [f"t{i}" for i in range(treatments)]
    parents = {name: "" if i < groups else names[i % groups] for i, name in enumerate(names)}
    indications = [
        {
            "indication": f"i{i}",
            "treatments": draw.choice(names),
            "strength": draw.choice(["usual", "option", "later", "against"]),
        }
        | {
            name: "|".join(sorted(draw.sample(levels[name], k=draw.randint(1, 2))))
            for name in ["f0", "f1", *draw.sample([*levels][2:], k=2)]
        }
        for i in range(rows)
    ]
    return Guide(tables(levels, parents, indications, []))


def test_a_guide_too_large_is_one_line_with_the_factors_that_meet_most(monkeypatch):
    monkeypatch.setattr(workload, "MAX_BRANCHES_AT_ONCE", 100_000)
    guide = random_guide(factors=30, rows=300)
    with pytest.raises(GuideError) as caught:
        guide.evaluate({})
    (problem,) = caught.value.problems
    assert problem.startswith('indications.csv: the rows that decide "t0" combine too many factors')
    assert "f0 (300 rows), f1 (300 rows), f" in problem
    assert problem.endswith("leave some out, or split the guide")


@pytest.mark.parametrize("groups", [40, 1])
def test_many_treatments_too_large_together_are_refused_early(groups, monkeypatch):
    guide = random_guide(factors=12, rows=400, treatments=40, groups=groups)
    assert guide.evaluator.roots
    whole = guide.evaluator.forest.work.done
    monkeypatch.setattr(
        workload, "MAX_BRANCHES" if groups > 1 else "MAX_BRANCHES_AT_ONCE", whole // 3
    )
    again = guide.with_tables()
    with pytest.raises(GuideTooLargeError):
        again.evaluate({})


def test_what_unknown_facts_leave_possible_may_be_too_much(monkeypatch):
    guide = random_guide(factors=12, rows=120)
    assert guide.evaluator.roots
    monkeypatch.setattr(workload, "MAX_BRANCHES_AT_ONCE", 50)
    with pytest.raises(GuideTooLargeError, match=r"its rows combine .* f0 \(120 rows\)"):
        guide.evaluate({"f11": "v0"})


def test_check_tells_what_was_too_large_to_be_checked(monkeypatch):
    guide = random_guide(factors=12, rows=120, treatments=4, groups=4)
    assert guide.evaluator.roots
    monkeypatch.setattr(workload, "MAX_BRANCHES_AT_ONCE", 50)
    assert "too-large" in {finding.code for finding in guide.check()}


def test_impossible_combinations_may_be_too_many(monkeypatch):
    monkeypatch.setattr(workload, "MAX_BRANCHES_AT_ONCE", 5)
    levels = {f"f{i}": ["v0", "v1"] for i in range(6)}
    never = [{f"f{i}": "v0", f"f{i + 3}": "v1"} for i in range(3)]
    with pytest.raises(GuideTooLargeError, match=r"^impossible\.csv: its rows combine"):
        Guide(tables(levels, {"t0": ""}, [], never))


@pytest.mark.parametrize("factors", [200, 300])
def test_many_factors_are_worked_out_or_refused(factors):
    levels = {f"f{i}": ["v0", "v1"] for i in range(factors)}
    row = {"indication": "i", "treatments": "t0", "strength": "usual"} | dict.fromkeys(levels, "v0")
    frames = tables(levels, {"t0": ""}, [row], [])
    if factors > workload.MAX_FACTORS:
        with pytest.raises(GuideTooLargeError, match="has 300 factors"):
            Guide(frames)
        return
    pathway = Guide(frames).evaluate({})
    assert pathway.depends_on["t0"] == set(levels)
    assert len(pathway.why_not("t0").to_frame())
    assert pathway.guide.landscape().shares[0].overall > 0
