"""Plots as data: what is drawn where, and what is not."""

from __future__ import annotations

from itertools import pairwise

from pnet_paths.evidence import plots
from pnet_paths.evidence.tables import packaged_evidence

EVIDENCE = packaged_evidence()


def rows(*names):
    return [EVIDENCE.outcomes[name] for name in names]


def forest(*names):
    return plots.forest(rows(*names), EVIDENCE.trials)


def medians(*names):
    return plots.medians(rows(*names), EVIDENCE.trials)


def test_a_ratio_is_a_mark_with_its_interval_and_says_which_arm_is_first():
    (line,) = forest("radiant3_pfs").rows
    assert (line.value, line.low, line.high) == (0.35, 0.27, 0.45)
    assert line.compared == "everolimus against placebo"
    assert (line.title, line.text) == ("RADIANT-3 (2011): PFS", "HR 0.35 (0.27 to 0.45)")


def test_the_arm_above_the_line_is_named_first():
    (line,) = forest("topic_nec_os").rows
    assert line.compared == "irinotecan + cisplatin against etoposide + cisplatin"
    assert line.text == "HR 1.04 (90 %: 0.79 to 1.37)"


def test_the_axis_holds_all_and_1():
    plot = forest("netter1_pfs", "topic_nec_os_post_hoc", "radiant3_os")
    assert plot.axis.low <= 0.13
    assert plot.axis.high >= 13.31
    assert 1 in plot.axis.ticks


def test_rows_stand_as_they_are_given_whatever_their_size():
    names = ("radiant3_os", "radiant3_pfs", "radiant4_pfs")
    assert tuple(line.outcome for line in forest(*names).rows) == names


def test_what_is_no_hazard_ratio_of_a_named_direction_is_left_out():
    assert forest("seqtor_pfs", "netter2_orr", "e2211_os_2018", "finkelstein2017_os") is None


def test_a_ratio_without_an_interval_is_a_mark_alone():
    (line,) = forest("e2211_os").rows
    assert line.low is line.high is None


def test_survival_has_another_mark():
    assert [line.shape for line in forest("radiant3_pfs", "radiant3_os").rows] == [
        "square",
        "circle",
    ]


def test_a_pair_has_both_arms_on_an_axis_of_its_own():
    plot = medians("radiant3_os", "pusceddu2022_os")
    assert [pair.axis.label for pair in plot.pairs] == ["months", "years"]
    for pair in plot.pairs:
        assert pair.axis.low == 0
        assert pair.axis.high >= max(bar.high or bar.value for bar in pair.bars)
        steps = {round(b - a, 6) for a, b in pairwise(pair.axis.ticks)}
        assert len(steps) == 1


def test_not_reached_is_no_bar_and_an_open_end_no_number():
    (pair,) = medians("clarinet_pfs").pairs
    assert (pair.bars[0].value, pair.bars[0].text) == (None, "not reached")
    (pair,) = medians("netter2_pfs").pairs
    assert (pair.bars[0].low, pair.bars[0].high) == (19.4, None)
    assert pair.bars[0].text == "22.8 months (19.4 to not printed)"


def test_one_arm_alone_and_older_versions_are_no_pair():
    assert medians("netter_r_pfs", "sun1111_os_2_years") is None


def test_arms_that_were_not_made_to_be_compared_stand_last_and_say_so():
    first, last = medians("oclurandom_pfs", "radiant3_pfs").pairs
    assert (first.outcome, first.design, first.is_compared) == ("radiant3_pfs", "", True)
    assert (last.design, last.is_compared) == ("not made to compare the two arms", False)


def test_what_was_not_randomized_and_how_few_they_are_stand_at_the_line():
    lines = forest("radiant3_pfs", "demestier2019_pfs", "cabinet_pnet_pfs_g3").rows
    assert [line.design for line in lines] == [
        "",
        "not randomized: retrospective, propensity adjusted",
        "24 people",
    ]


def test_those_of_a_part_say_of_whom():
    titles = [pair.title for pair in medians("compete_pfs", "compete_pfs_pancreas").pairs]
    assert titles == ["COMPETE (2026): PFS", "COMPETE (2026): PFS, pancreas"]
    (line,) = forest("cabinet_pnet_pfs_g3").rows
    assert line.title == "CABINET, pancreatic cohort (2025): PFS, G3 of both cohorts"


def test_what_a_later_analysis_has_overturned_is_no_line():
    names = ("sun1111_deaths", "sun1111_os", "cabinet_pnet_os", "cabinet_pnet_deaths_fda_label")
    assert [line.outcome for line in forest(*names).rows] == ["sun1111_os", "cabinet_pnet_os"]
