"""What stands behind a step for a profile: in whom, what came out, what was said since."""

from __future__ import annotations

import re

import pytest
from packaged import the_guide, the_toy
from repository import ROOT

from pnet_paths import load_guide
from pnet_paths.evidence.documentation import replace_columns
from pnet_paths.evidence.models.recommendations import STRENGTHS
from pnet_paths.evidence.population import Fit, criteria
from pnet_paths.evidence.tables import packaged_evidence
from pnet_paths.evidence.words import WORDS, figures_sentence
from pnet_paths.tables.folder import packaged

GROWING = {"extent": "metastatic", "grade": "G2", "growth": "growing"}
KNOWN = {**GROWING, "sstr": "positive", "differentiation": "well", "prior_ssa": "yes"}
OTHER_DRUGS = "treated with drugs other than SSAs before"
UNTREATED = {**KNOWN, "prior_ssa": "no", "course": "first"}


def evidence(treatment, **facts):
    return the_guide().evaluate(facts).evidence(treatment)


def fits(treatment, **facts):
    return {each.trial.id: each.match for each in evidence(treatment, **facts).trials}


def test_the_trial_that_asks_for_such_a_person_comes_first():
    first, *_ = evidence("everolimus", **GROWING).trials
    assert first.trial.id == "radiant3"
    assert first.match.fit is Fit.YES


def test_a_trial_in_midgut_tumors_says_so_behind_a_pancreatic_step():
    found = fits("prrt", **KNOWN)["netter1"]
    assert found.fit is Fit.NO
    assert found.misses == ("midgut tumors",)
    assert "It was in other people: midgut tumors." in str(evidence("prrt", **KNOWN))


@pytest.mark.parametrize(
    ("facts", "fit"),
    [
        (UNTREATED, Fit.YES),
        ({**UNTREATED, "prior_ssa": "yes"}, Fit.UNKNOWN),
        ({**UNTREATED, "course": "returned"}, Fit.NO),
        ({**UNTREATED, "grade": "G1"}, Fit.NO),
        ({**UNTREATED, "sstr": "negative"}, Fit.NO),
        ({**UNTREATED, "extent": "localized"}, Fit.UNKNOWN),
        ({}, Fit.UNKNOWN),
    ],
)
def test_whether_a_profile_is_such_a_one(facts, fit):
    assert fits("prrt", **facts)["netter2"].fit is fit


@pytest.mark.parametrize(
    ("guide", "out"),
    [
        ("cancer-net-2023", {"removed": "yes", "course": "first", "prior_ssa": "no"}),
        ("nci-2025", {"course": "resected"}),
    ],
)
def test_nobody_whose_tumor_is_out_is_such_a_one(guide, out):
    """How far it had spread, and what it was, speak of the time before then."""
    guide = load_guide(guide)
    facts = {"extent": "metastatic", "grade": "G2", "sstr": "positive", "function": "nonfunctional"}
    pathway = guide.evaluate({k: v for k, v in facts.items() if k in guide.factors} | out)
    for treatment in guide.treatments:
        found = pathway.evidence(treatment)
        for each in (*found.trials, *found.notes):
            assert each.match.fit is Fit.NO, (treatment, each)
            assert "with the tumor still there" in each.match.misses


def test_a_carcinoma_is_none_of_those_in_trials_of_net():
    """Only the trials in carcinomas, and the one that says neoplasm, are of such a person."""
    carcinoma = {**KNOWN, "grade": "G3", "differentiation": "poor", "course": "first"}
    guide = the_guide()
    every = {}
    for prior_ssa in ("yes", "no"):
        pathway = guide.evaluate({**carcinoma, "prior_ssa": prior_ssa})
        for treatment in guide.treatments:
            found = pathway.evidence(treatment)
            every |= {each.trial.id: each.match.fit for each in found.trials}
            every |= {each.recommendation.id: each.match.fit for each in found.notes}
    such = {name for name, fit in every.items() if fit is Fit.YES}
    assert such == {"topic_nec", "nordic_nec2", "enets_nec_first", "enets_nec_second"} | {
        "enets_nec_immuno"
    }


def note(name, treatment, **facts):
    found = evidence(treatment, **facts).notes
    return next(each.match for each in found if each.recommendation.id == name)


def test_what_a_decision_asks_for_is_asked_of_the_facts():
    removable = {**KNOWN, "extent": "localized", "resectability": "resectable"}
    for name in ("ema_cabozantinib", "ema_cabozantinib_metastatic"):
        assert note(name, "targeted_therapy", **removable).fit is Fit.NO
    found = note("ema_cabozantinib_metastatic", "targeted_therapy", **KNOWN)
    assert found.open == (OTHER_DRUGS,), "which no fact of the guide tells"
    not_removable = {**removable, "resectability": "unresectable"}
    assert note("ema_cabozantinib", "targeted_therapy", **not_removable).open == (OTHER_DRUGS,)
    g3 = {**KNOWN, "grade": "G3", "sstr": "negative"}
    assert note("asco_g3_as_g12_prrt", "prrt", **g3).misses == ("SSTR-positive",)
    assert note("asco_g3_as_g12", "chemotherapy", **g3).fit is Fit.YES


@pytest.mark.parametrize(
    ("trial", "treatment", "facts", "fit"),
    [
        ("clarinet", "ssa", {"growth": "rapid"}, Fit.NO),
        ("clarinet", "ssa", {"growth": "stable"}, Fit.YES),
        ("sun1111", "sunitinib", {"extent": "localized"}, Fit.UNKNOWN),
        ("sun1111", "sunitinib", {}, Fit.YES),
        ("aspen", "surgery", {"symptoms": "none"}, Fit.UNKNOWN),
        ("aspen", "surgery", {"symptoms": "none", "extent": "localized"}, Fit.YES),
        ("seqtor", "everolimus", {"growth": "stable"}, Fit.UNKNOWN),
        ("retnet", "embolization", {"liver": "large"}, Fit.YES),
    ],
)
def test_what_the_facts_tell_is_not_left_to_words(trial, treatment, facts, fit):
    known = {**KNOWN, "function": "nonfunctional", "removed": "no", "vhl": "no", **facts}
    assert fits(treatment, **known)[trial].fit is fit


def test_each_says_whether_the_tumor_is_still_there():
    tables = packaged_evidence()
    for row in (*tables.trials.values(), *tables.recommendations.values()):
        assert "tumor" in row.who, row.id


def test_what_is_implied_counts_as_known():
    """Liver metastases mean that it is metastatic."""
    implied = {"liver": "small", "grade": "G2", "growth": "growing"}
    assert the_guide().profile(implied).implied["extent"] == "metastatic"
    assert fits("everolimus", **implied)["radiant3"].fit is Fit.YES


def test_a_level_without_a_word_in_the_evidence_leaves_it_open():
    known = {**GROWING, "growth": "not_compared", "removed": "no"}
    found = fits("everolimus", **known)["radiant3"]
    assert found.fit is Fit.UNKNOWN
    assert found.open == ("growth (growing)",)


def test_a_figure_of_a_part_is_of_that_part():
    """Of grade 3 in CABINET, of the gut in COMPETE, of carcinomas in NORDIC NEC 2."""
    g2 = {each.trial.id: each.fits for each in evidence("targeted_therapy", **KNOWN).trials}
    assert g2["cabinet_pnet"]["cabinet_pnet_pfs"] is Fit.UNKNOWN
    assert g2["cabinet_pnet"]["cabinet_pnet_pfs_g3"] is Fit.NO
    assert g2["compete"]["compete_pfs_pancreas"] is Fit.YES
    assert g2["compete"]["compete_pfs_gut"] is Fit.NO
    g3 = {**KNOWN, "grade": "G3"}
    fits = evidence("chemotherapy", **g3).trials
    nordic = next(each.fits for each in fits if each.trial.id == "nordic_nec2")
    assert (nordic["nordic_nec2_os_nec"], nordic["nordic_nec2_os_net_g3"]) == (Fit.NO, Fit.YES)


def test_a_treatment_is_found_in_the_other_arm_too():
    found = {each.trial.id: each.is_comparator for each in evidence("everolimus").trials}
    assert found["compete"]
    assert not found["radiant3"]


def test_figures_are_as_printed_and_name_their_row_and_address():
    table = evidence("everolimus", **GROWING).to_frame()
    os = table.loc["radiant3_os"]
    assert (os["a"], os["b"]) == ("44.0 months (35.6 to 51.8)", "37.7 months (29.1 to 45.8)")
    assert os["ratio"] == "HR 0.94 (0.73 to 1.2)"
    assert (os["read"], os["address"]) == (
        "an abstract",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC5791842",
    )
    assert packaged_evidence().outcomes["radiant3_os"].row == os["row"]


@pytest.mark.parametrize("treatment", ["everolimus", "prrt", "ssa"])
def test_every_figure_in_its_sentences_stands_in_a_row(treatment):
    found = evidence(treatment, **KNOWN)
    for each in found.trials:
        for row in each.outcomes:
            cells = [row.a, row.a_low, row.a_high, row.b, row.b_low, row.b_high]
            cells += [row.effect, row.low, row.high, row.n_a, row.n_b]
            figures = [str(cell) for cell in cells if cell]
            printed = figures_sentence(row, each.trial).partition("): ")[2]
            for arm in (row.arm_a or each.trial.arm_a, row.arm_b or each.trial.arm_b):
                printed = printed.replace(arm, "")
            for number in re.findall(r"\d+(?:\.\d+)?(?:–\d+)?", printed):
                assert number in figures or number == str(row.level), row.id


def test_a_ratio_that_is_no_hazard_ratio_says_which_side_is_better():
    alive, fistula = [
        sentence
        for sentence in str(evidence("surgery")).splitlines()
        for part in ("5-year OS (pancreas, pooled)", "pancreatic fistula (pancreas, pooled)")
        if sentence.startswith(part)
    ]
    assert alive.endswith(
        "resection against no resection; higher is better for the arm named first."
    )
    assert fistula.endswith(
        "enucleation against resection; higher is worse for the arm named first."
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("litespark004_orr", "belzutifan: 83 % (52 to 98) of 12 people."),
        ("cabinet_pnet_pfs_g3", "7.9 months in 16 people; placebo: 3.0 months in 8 people. HR"),
        ("radiant3_pfs", "everolimus: 11.0 months; placebo: 4.6 months. HR"),
    ],
)
def test_a_figure_says_of_how_many_where_they_are_not_all_of_the_trial(name, words):
    row = packaged_evidence().outcomes[name]
    assert words in figures_sentence(row, packaged_evidence().trials[row.trial])


def test_other_versions_are_in_the_table_alone_and_say_why():
    found = evidence("captem")
    assert found.to_frame().loc["e2211_os_2018", "stands"] == "e2211_os"
    assert "overturned" in found.to_frame().loc["e2211_os_2018", "note"]
    assert "HR 0.41" not in str(found)


def test_nothing_is_ranked_and_it_says_why_not():
    found = evidence("targeted_therapy", **KNOWN)
    assert WORDS["no_ranking"] in found.sentences
    order = [(list(Fit).index(each.match.fit), each.trial.year or "z") for each in found.trials]
    assert order == sorted(order)


def test_what_others_say_has_its_date_and_how_it_was_read():
    notes = evidence("prrt", **KNOWN).notes
    of_her = [note.recommendation.id for note in notes if note.match.fit is Fit.YES]
    assert of_her == ["asco_second_prrt", "fda_lutathera", "fda_edotreotide", "fda_lutathera_label"]
    assert str(notes[-2]).startswith(
        "FDA application, 13 November 2025: left open, as we read it ("
    )
    assert all(
        "; read: " in str(note) and note.recommendation.date[:4] in str(note) for note in notes
    )


def test_how_strongly_others_say_it_is_said_as_our_reading():
    said = {note.recommendation.id: str(note) for note in evidence("ssa").notes}
    assert ": usual, as we read it (" in said["asco_ssa_first"]
    assert ": rather against it, as we read it (" in said["asco_g3_ssa"]
    assert all(f"strength_{strength}" in WORDS for strength in STRENGTHS)


def test_how_the_date_of_a_note_stands_to_that_of_the_guide():
    """ASCO's guideline of 2023 is what a section of 12/2023 rests on, and none of since then."""
    ours = {
        note.recommendation.id: note.when
        for treatment in the_guide().treatments
        for note in evidence(treatment).notes
    }
    assert {ours[name] for name in ours if name.startswith("asco")} == {WORDS["rests_on"]}
    assert ours["enets_nec_first"] == WORDS["same_time"]
    assert ours["fda_cabozantinib"] == ours["fda_lutathera"] == WORDS["later"]
    assert {ours[name] for name in ("nccn_watch_2cm", "enets_nf_watch", "fda_belzutifan")} == {
        WORDS["earlier"]
    }
    second = load_guide("nci-2025").evaluate({}).evidence("targeted_therapy").notes
    when = {note.recommendation.id: note.when for note in second}
    assert when["fda_cabozantinib"] == when["asco_second_other"] == WORDS["earlier"]
    assert when["ema_cabozantinib"] == WORDS["later"]


def test_each_note_stands_on_a_card():
    reached = {
        note.recommendation.id
        for guide in map(load_guide, packaged())
        for treatment in guide.treatments
        for note in guide.evaluate({}).evidence(treatment).notes
    }
    assert reached == packaged_evidence().recommendations.keys()


def test_a_guide_without_evidence_has_none():
    found = the_toy().evaluate({}).evidence("socks")
    assert found.trials == found.outcomes == found.notes == ()
    assert str(found) == "No evidence is joined to this guide."
    assert found.forest() is found.medians() is None
    assert WORDS["none"] in found._repr_html_()


def test_another_guide_has_facts_of_its_own():
    second = load_guide("nci-2025")
    known = {"kind": "nonfunctioning", "site": "tail", "extent": "metastatic", "course": "first"}
    found = second.evaluate(known).evidence("everolimus").trials
    radiant3 = next(each.match for each in found if each.trial.id == "radiant3")
    assert radiant3.open == ("G1 or G2", "growth (growing)"), "of grade this guide does not ask"


def test_table_text_is_escaped_where_it_shows_itself():
    html = evidence("everolimus", **GROWING)._repr_html_()
    assert "&lt;0.001" in html
    assert "<0.001" not in html


@pytest.mark.parametrize("name", packaged())
def test_links_to_a_guide_name_what_it_has(name):
    """Else a renamed treatment or level would silently lose its evidence."""
    guide, factors = load_guide(name), {}
    rows = packaged_evidence().rows["guide_treatments"]
    assert {row.treatment for row in rows if row.guide == guide.id} <= set(guide.treatments)
    for row in packaged_evidence().facts_of(guide.id):
        factors.setdefault(row.fact, set()).add(row.factor)
        if row.factor:
            assert row.level in {level.id for level in guide.factors[row.factor].levels}
    two = {fact for fact, some in factors.items() if len(some) > 1}
    assert two <= {"growth_or_symptoms"}, "one of several factors is enough: for nothing else"


def test_no_cell_of_the_evidence_ends_within_a_bracket():
    for table, rows in packaged_evidence().rows.items():
        for row in rows:
            for cell in map(str, vars(row).values()):
                assert cell.count("(") == cell.count(")"), (table, cell)


def test_the_guide_asks_for_all_that_trials_ask_for():
    for trial in packaged_evidence().trials.values():
        for each in criteria(packaged_evidence(), the_guide(), trial.who):
            is_told = each.tellers or each.always is not Fit.UNKNOWN
            assert is_told or each.words == OTHER_DRUGS, (trial.id, each.words)


def test_the_columns_of_the_evidence_are_documented_as_they_are():
    """Else: python -m pnet_paths.evidence.documentation docs/evidence.md"""
    text = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    assert replace_columns(text) == text


@pytest.mark.parametrize(
    ("facts", "fit"),
    [
        ({"growth": "growing", "symptoms": "none"}, Fit.YES),
        ({"growth": "stable", "symptoms": "mass"}, Fit.YES),
        ({"symptoms": "hormonal"}, Fit.YES),
        ({"growth": "stable", "symptoms": "none"}, Fit.NO),
        ({"growth": "stable"}, Fit.UNKNOWN),
        ({"symptoms": "none"}, Fit.UNKNOWN),
    ],
)
def test_one_of_two_facts_is_enough_where_a_trial_asked_for_either(facts, fit):
    guide, tables = the_guide(), packaged_evidence()
    asked = criteria(tables, guide, tables.trials["retnet"].who)
    (either,) = [each for each in asked if len(each.tellers) == 2]
    assert either.words == "growing, or with symptoms"
    assert either.fit(guide.profile(facts)) is fit


def test_analogs_alone_are_no_treatment_with_other_drugs():
    """CABINET did not count them among what people had been treated with."""
    found = fits("targeted_therapy", **{**KNOWN, "prior_ssa": "yes"})["cabinet_pnet"]
    assert found.fit is Fit.UNKNOWN
    assert OTHER_DRUGS in found.open


@pytest.mark.parametrize(
    ("treatment", "known", "others"),
    [
        (
            "prrt",
            {"sstr": "negative", "prior_ssa": "yes"},
            {"netter_r", "control_nets", "pusceddu2022"},
        ),
        ("ssa", {"grade": "G3", "prior_ssa": "yes"}, {"clarinet_forte"}),
        ("belzutifan", {"vhl": "yes", "surgery_timing": "can_wait"}, {"litespark004"}),
    ],
    ids=["no receptors", "grade 3", "metastatic with VHL"],
)
def test_whom_a_trial_cannot_have_been_in_is_not_among_its_people(treatment, known, others):
    facts = {"grade": "G2", "differentiation": "well", "function": "nonfunctional"}
    facts |= {"extent": "metastatic", "growth": "growing", "removed": "no"}
    found = the_guide().evaluate(facts | known).evidence(treatment).trials
    fits = {each.trial.id: each.match.fit for each in found if each.trial.id in others}
    assert fits.keys() == others
    assert Fit.YES not in fits.values()


def test_notes_on_small_tumors_or_on_syndromes_do_not_speak_of_spread_disease():
    facts = {"function": "nonfunctional", "extent": "metastatic", "grade": "G2", "vhl": "yes"}
    pathway = the_guide().evaluate({**facts, "removed": "no", "symptoms": "none"})
    notes = {
        note.recommendation.id: note.match.fit
        for name in ("surgery", "active_surveillance")
        for note in pathway.evidence(name).notes
    }
    for name in ("men1_resect_1cm", "nccn_watch_2cm", "vhl_resect", "vhl_enucleate"):
        assert notes[name] is not Fit.YES, name
    assert notes["vhl_metastatic"] is Fit.YES
