"""The landscape in the page: the shares that Python counts, and the numbers that it writes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from all_profiles import built
from hypothesis import given
from sizes import examples
from strategies import guides
from v8 import Core

from pnet_paths.drawing.heatmap import number

SHARES = "(guide) => landscape(guide)"
MODULES = [("landscape", "landscape, percent")]


def compare(guide):
    (shares,) = Core(guide, *MODULES).ask(SHARES, [None])
    places = list(guide.factors)
    for ours, share in zip(shares, guide.landscape().shares, strict=True):
        assert ours["id"] == share.treatment
        assert [places[place] for place in ours["dependsOn"]] == list(share.depends_on)
        assert ours["overall"] == pytest.approx(float(share.overall), abs=1e-12)
        for place, name in enumerate(places):
            expected = [
                float(share.by_level[name, level.id]) for level in guide.factors[name].levels
            ]
            assert ours["byLevel"][place] == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("which", ["guide", "toy_guide"])
def test_the_shares_are_pythons(which, request):
    compare(request.getfixturevalue(which))


@given(guides())
@examples(10, 100)
def test_the_same_holds_for_random_guides(frames):
    compare(built(frames))


def test_numbers_are_written_as_python_writes_them(toy_guide):
    some = [0, 1e-4, 0.005, 0.01, 0.125, 0.335, 0.5, 0.625, 0.99, 0.995, 0.9999, 1]
    core = Core(toy_guide, *MODULES)
    assert core.ask("(guide, share) => percent(share)", some) == [number(Fraction(s)) for s in some]
