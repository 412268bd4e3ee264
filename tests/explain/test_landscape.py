"""For whom each treatment is offered: equal to counting profiles."""

from __future__ import annotations

from fractions import Fraction

from beside_oracle import Slow, is_offered
from hypothesis import given
from oracle import every_profile
from sizes import examples
from strategies import guides

from pnet_paths import GuideError

thorough = examples(12, 60)


@thorough
@given(guides())
def test_landscape_equals_counting_every_profile(tables):

    try:
        slow = Slow(tables)
    except GuideError:
        return
    complete = [p for p in every_profile(slow.levels) if slow.answers(p)]
    nothing = slow.answers({})
    for share in slow.guide.landscape().shares:
        treatment = share.treatment
        good = [p for p in complete if is_offered(slow.answers(p), treatment)]
        assert share.overall == Fraction(len(good), len(complete))
        for (name, level), value in share.by_level.items():
            among = [p for p in complete if p[name] == level]
            expected = Fraction(sum(p in good for p in among), len(among)) if among else 0
            assert value == expected
        if len(nothing[treatment][1]) > 1:
            assert set(share.depends_on) <= nothing[treatment][2]


def test_the_landscape_is_a_heat_map_that_can_be_read(guide):
    found = guide.landscape()
    frame = found.to_frame()
    assert frame.loc["belzutifan", ("vhl", "no")] == 0
    assert frame.loc["supportive_care"].eq(1).all()
    shown = found._repr_html_()
    assert shown.count("<tr>") == len(guide.treatments) + 2
    assert '<th scope="row"' in shown
    figure = found.plot()
    assert figure._repr_png_().startswith(b"\x89PNG"), "a cell shows it"
    axes = figure.axes[0]
    assert len(axes.texts) == frame.size + len(guide.factors)
