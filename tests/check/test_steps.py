"""What check finds in steps and in silence: equal to brute force on random guides with arrows."""

from __future__ import annotations

from itertools import combinations

import pandas as pd
from all_profiles import World, built, fits, minimal
from hypothesis import given
from hypothesis import strategies as st
from oracle import OFFERED
from sizes import examples
from strategies import guides, subsets

from pnet_paths.check import check

thorough = examples(12, 60)
KINDS = ["answer", "then", "if", "throughout"]


@st.composite
def guides_with_steps(draw):
    """A random guide with a few arrows between its treatments and factors."""
    frames = draw(guides())
    levels = World(frames).levels
    ends = [*levels, *frames["treatments"]["treatment"]]
    steps = [
        {
            "from": draw(st.sampled_from(ends)),
            "to": draw(st.sampled_from(ends)),
            "label": f"s{place}",
            "kind": draw(st.sampled_from(KINDS)),
            "basis": draw(st.sampled_from(["stated", "inferred"])),
            "source": "book",
            "section": "Chapter",
            **{
                name: draw(st.one_of(st.just(""), subsets(values)))
                for name, values in levels.items()
            },
        }
        for place in range(draw(st.integers(1, 6)))
    ]
    return {**frames, "steps": pd.DataFrame(steps)}


class Walks(World):
    """A world in which arrows can be followed."""

    def __init__(self, frames, guide):
        super().__init__(frames)
        self.steps = frames["steps"].to_dict("records")
        self.ways = {p: guide.evaluate(dict(p)).route.decisions for p in self.answers}

    def on_the_way(self, end, profile):
        if end in self.oracle.treatments:
            return self.answers[profile][end] in OFFERED
        return self.ways[profile][end].state == "taken"

    def leads(self, step, profile):
        """Whether an arrow can be taken from where it begins."""
        return fits(step, profile, self.levels) and self.on_the_way(step["from"], profile)

    def top(self, name):
        return [name, *self.chain(name)][-1] if name in self.oracle.treatments else name


@thorough
@given(guides_with_steps())
def test_arrows_that_join_what_is_never_offered_together(frames):
    guide = built(frames)
    world = Walks(frames, guide)
    found = {finding.rows[0] for finding in check(guide) if finding.code == "apart"}
    expected = set()
    for place, step in enumerate(world.steps):
        ends = {step["from"], step["to"]} & set(guide.treatments)
        if not any(
            fits(step, profile, world.levels)
            and all(world.on_the_way(end, profile) for end in ends)
            for profile in world.answers
        ):
            expected.add(place + 2)
    assert found == expected


@thorough
@given(guides_with_steps())
def test_stated_arrows_to_what_is_only_inferred(frames):
    guide = built(frames)
    world = Walks(frames, guide)
    found = {f.rows[0]: f.witness for f in check(guide) if f.code == "stated-arrow"}
    expected = {}
    for place, step in enumerate(world.steps):
        if step["basis"] == "stated" and step["to"] in guide.treatments:
            expected[place + 2] = {
                profile
                for profile in world.answers
                if world.leads(step, profile)
                and world.on_the_way(step["to"], profile)
                and world.inferred[profile][step["to"]]
            }
    assert found.keys() == {row for row, profiles in expected.items() if profiles}
    for row, witness in found.items():
        minimal(world, witness, expected[row])


@thorough
@given(guides_with_steps())
def test_following_treatments_that_are_offered_without_what_they_follow(frames):
    guide = built(frames)
    world = Walks(frames, guide)
    found = {
        f.rows[0]: f.witness for f in check(guide) if f.code == "silence" and f.file == "steps.csv"
    }
    expected = {}
    for place, step in enumerate(world.steps):
        if step["kind"] == "then" and {step["from"], step["to"]} <= set(guide.treatments):
            stated = [
                other
                for other in world.steps
                if other["to"] == step["to"] and other["basis"] == "stated"
            ]
            expected[place + 2] = {
                profile
                for profile, answer in world.answers.items()
                if answer[step["to"]] in OFFERED
                and answer[step["from"]] == "not_named"
                and not any(world.leads(other, profile) for other in stated)
            }
    assert found.keys() == {row for row, profiles in expected.items() if profiles}
    for row, witness in found.items():
        minimal(world, witness, expected[row])


@thorough
@given(guides_with_steps())
def test_offers_that_end_in_silence_as_things_get_worse(frames):
    guide = built(frames)
    world = Walks(frames, guide)
    found = {}
    for finding in check(guide):
        if finding.code == "silence" and finding.file == "indications.csv":
            name, rest = finding.sentence.split(": offered with ")
            before, after = (part.split()[0].rstrip(";") for part in rest.split("with ", 1))
            factor, was = before.split("=")
            found[name, factor] = was, after.split("=")[1], finding.witness
    expected = {}
    for factor in guide.factors.values():
        if factor.mutability == "can_change":
            for name in guide.treatments:
                for levels in combinations(world.levels[factor.id], 2):
                    ends = silences(world, name, factor.id, *levels)
                    if ends:
                        expected.setdefault((name, factor.id), (*levels, ends))
    assert found.keys() == expected.keys()
    for key, (was, now, witness) in found.items():
        assert (was, now) == expected[key][:2]
        assert witness[key[1]] == now
        occurs = {p for p in world.answers if turned(p, key[1], was) in world.answers}
        inside = {p for p in occurs if set(witness.items()) <= p}
        assert inside
        assert inside <= expected[key][2]
        for other in set(witness) - {key[1]}:
            fewer = set(witness.items()) - {(other, witness[other])}
            assert not {p for p in occurs if fewer <= p} <= expected[key][2]


def turned(profile, factor, level):
    return frozenset({**dict(profile), factor: level}.items())


def silences(world, name, factor, before, after):
    """The profiles with the later level for which an offer has ended in silence."""
    beside = {step["to"] for step in world.steps if step["kind"] == "throughout"}
    groups = [
        group
        for group, parent in world.oracle.treatments.items()
        if not parent
        and group not in beside
        and not all(answer[group] in OFFERED for answer in world.answers.values())
    ]
    rank = ["not_named", "against", "later", "option", "usual"].index
    found = set()
    for now in world.answers if name in groups else ():
        was = turned(now, factor, before)
        if dict(now)[factor] != after or was not in world.answers:
            continue
        earlier, later = world.answers[was], world.answers[now]
        gained = any(
            later[group] in OFFERED and rank(later[group]) > rank(earlier[group])
            for group in groups
            if group != name
        )
        goes_on = any(
            step["kind"] in ("if", "then")
            and world.top(step["from"]) == name
            and fits(step, was, world.levels)
            and (step["to"] in world.levels or later[step["to"]] in OFFERED)
            for step in world.steps
        )
        ended = earlier[name] in OFFERED and later[name] == "not_named"
        if ended and not gained and not goes_on:
            found.add(now)
    return found
