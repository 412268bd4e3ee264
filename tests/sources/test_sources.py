"""Several guides with the same facts: what is translated, what is asked, what each says."""

from __future__ import annotations

import csv
import html
import shutil

import pytest
from layout import Layout
from packaged import the_guide

from pnet_paths import GuideError, PnetPathsError, explore, load_guide
from pnet_paths.sources import compare_sources
from pnet_paths.sources.picture import IN_A_ROW
from pnet_paths.sources.translation import translate
from pnet_paths.statuses import OFFERED, Status
from pnet_paths.tables.folder import packaged_folder

SSAS = ("ssa", "octreotide", "lanreotide")
METASTATIC = {"extent": "metastatic", "grade": "G2", "course": "first", "removed": "no"}


def rewrite(path, change):
    """Rewrite a CSV file, each row as ``change`` returns it; rows of which it is None are gone."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = [*csv.DictReader(file)]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(filter(None, map(change, rows)))


@pytest.fixture
def second(tmp_path):
    """A guide that knows nothing of grades, names no SSAs, and has no immunotherapy."""
    folder = tmp_path / "second"
    shutil.copytree(packaged_folder(), folder)
    names = {"id": "second", "short": "The second (2025)"}
    rewrite(folder / "guide.csv", lambda row: {**row, "value": names.get(row["key"], row["value"])})

    def without_ssas(row):
        rest = [each for each in row["treatments"].split("|") if each not in SSAS]
        return {**row, "treatments": "|".join(rest)} if rest else None

    rewrite(folder / "indications.csv", without_ssas)
    return folder


@pytest.fixture
def equivalents(tmp_path):
    """The table that joins the two: every fact but the grade means the same."""
    folder = tmp_path / "joined"
    folder.mkdir()
    header = "guide,factor,level,other_guide,other_factor,other_levels,way"
    lines = [
        f"cancer-net-2023,{name},{level.id},second,{name},{level.id},both"
        for name, factor in the_guide().factors.items()
        for level in factor.levels
        if name != "grade"
    ]
    (folder / "equivalents.csv").write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    return folder


@pytest.fixture
def compared(second, equivalents):
    guides = [the_guide(), load_guide(second)]
    return compare_sources(METASTATIC, guides, equivalents=equivalents)


def test_facts_are_translated_and_what_has_no_equivalent_is_not_guessed(compared):
    first, other = compared.pathways.values()
    assert dict(first.profile) == METASTATIC
    assert "grade" not in other.profile
    assert other.profile["extent"] == "metastatic"
    assert compared.translations["second"].unused == ("grade",)
    assert "Which grade?" in compared.asked["second"].values()


def test_a_difference_is_told_with_both_sources(compared):
    statuses = compared.to_frame().loc["ssa"]
    assert statuses["cancer-net-2023"] == "option"
    assert statuses["second"] == "not_named"
    (sentence,) = [each for each in compared.sentences if "somatostatin analogs" in each]
    assert sentence.startswith("Cancer.Net (2023) names somatostatin analogs here (option")
    assert "The second (2025) does not" in sentence


def test_each_source_says_what_its_guide_says(compared):
    for name, pathway in compared.pathways.items():
        for treatment in compared.treatments:
            expected = pathway.status.get(treatment.id, Status.NOT_NAMED)
            assert treatment.statuses[name] == expected


def test_what_may_still_agree_is_no_difference(compared):
    for treatment in compared.treatments:
        possible = [
            pathway.possible.get(treatment.id, frozenset([Status.NOT_NAMED]))
            for pathway in compared.pathways.values()
        ]
        surely = not frozenset.intersection(*possible)
        assert (treatment.agreement == "differ") == surely, treatment.id


def test_facts_of_another_guide_can_be_given_in_its_words(second, equivalents):
    guides = [the_guide(), load_guide(second)]
    answers = {"second": {"grade": "G1"}}
    found = compare_sources(METASTATIC, guides, answers, equivalents)
    assert found.pathways["second"].profile["grade"] == "G1"
    assert found.pathways["cancer-net-2023"].profile["grade"] == "G2"
    with pytest.raises(PnetPathsError, match='"third" is not one of the guides'):
        compare_sources(METASTATIC, guides, {"third": {}}, equivalents)


def test_guides_that_no_row_joins_are_refused(second):
    with pytest.raises(PnetPathsError, match="no fact of Cancer"):
        compare_sources(METASTATIC, [the_guide(), load_guide(second)])
    with pytest.raises(PnetPathsError, match="two different guides"):
        compare_sources(METASTATIC, [the_guide(), the_guide()])


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"level": "tiny"}, 'column level: "tiny" is not a level of site in cancer-net-2023'),
        ({"factor": "sight"}, 'column factor: "sight" is not a factor of cancer-net-2023'),
        ({"other_levels": "neck"}, 'column other_levels: "neck" is not a level of site'),
        ({"way": "back"}, 'column way: "back"'),
        (None, "site of cancer-net-2023 is translated to site of second without head"),
        ({"level": "body"}, "each may stand there once"),
    ],
)
def test_a_wrong_row_is_refused_in_one_line(second, equivalents, wrong, message):
    def change(row):
        is_first = (row["factor"], row["level"]) == ("site", "head")
        return (wrong and {**row, **wrong}) if is_first else row

    rewrite(equivalents / "equivalents.csv", change)
    with pytest.raises(GuideError) as refused:
        compare_sources(METASTATIC, [the_guide(), load_guide(second)], equivalents=equivalents)
    assert [line for line in refused.value.problems if message in line], refused.value.problems


def test_several_levels_leave_a_fact_unknown(second, equivalents):
    def grades(row):
        return {**row, "other_factor": "grade", "other_levels": "G1|G2", "way": "there"}

    rows = equivalents / "equivalents.csv"
    rewrite(rows, lambda row: grades(row) if row["factor"] == "sstr" else row)
    guides = [the_guide(), load_guide(second)]
    known = {**METASTATIC, "sstr": "positive"}
    found = compare_sources(known, guides, equivalents=equivalents)
    assert "grade" not in found.pathways["second"].profile
    assert found.translations["second"].undecided["grade"] == {"G1", "G2"}


def test_the_drawing_has_a_card_for_whatever_a_source_names(compared, tmp_path):
    svg = compared.save(tmp_path / "sources.svg").read_text(encoding="utf-8")
    named = [t for t in compared.treatments if not t.member_of and not t.is_silent]
    for group in named:
        assert f'id="treatment-{group.id}"' in svg
    assert svg.count("The second (2025)") > len(named)
    with pytest.raises(PnetPathsError, match="not an ending"):
        compared.save(tmp_path / "sources.docx")


@pytest.mark.parametrize(
    "facts",
    [METASTATIC, {"extent": "localized", "symptoms": "none"}, {"extent": "metastatic"}],
    ids=["metastatic", "localized", "little known"],
)
def test_the_cards_stand_in_a_grid(facts):
    boxes = Layout(compare_sources(facts).to_dot()).boxes
    cards = [box for name, box in boxes.items() if name != "title_"]
    assert len(cards) > 8
    assert {round(right - left) for left, _, right, _ in cards} == {
        round(cards[0][2] - cards[0][0])
    }
    assert len({round(left) for left, *_ in cards}) <= IN_A_ROW


def test_a_member_stands_below_the_source_that_names_it():
    found = compare_sources({**METASTATIC, "growth": "growing", "prior_ssa": "yes"})
    dot = html.unescape(found.to_dot())
    card = dot[dot.index("Chemotherapy</B>") :].partition("</TABLE>")[0]
    first, second = card.split("NCI's PDQ (2025)")
    assert "CAPTEM" in first
    assert "CAPTEM" not in second
    assert "Streptozocin" in second
    assert "Streptozocin" not in first


def test_translation_back_and_forth_loses_only_what_it_says(second, equivalents):
    from pnet_paths.sources.equivalents import read_equivalents

    first, other = the_guide(), load_guide(second)
    rows = read_equivalents(equivalents)
    for preset in first.presets.values():
        there = translate(preset.profile, first, other, rows)
        back = translate(there.facts, other, first, rows)
        kept = {k: v for k, v in preset.profile.items() if k not in there.unused}
        assert not there.conflicts
        assert back.facts == kept


def test_the_explorer_takes_the_facts_along_in_the_words_of_the_chosen_guide():
    explorer = explore("cancer-net-2023", {"function": "nonfunctional", "liver": "small"})
    first, second = (guide for _, guide in explorer.guides.options)
    explorer.guides.value = second
    assert explorer.guide is second
    assert explorer.profile == {"kind": "nonfunctioning", "liver": "present"}
    assert explorer.pathway.guide is second
    explorer.guides.value = first
    assert explorer.profile == {"function": "nonfunctional"}
    assert explore(the_guide()).guides is None


# -- the packaged guides --------------------------------------------------------------------


def test_levels_that_are_ruled_out_do_not_count():
    """A tumor that is still there may be untreated, left, refractory or back, not resected."""
    facts = {
        "function": "nonfunctional",
        "extent": "metastatic",
        "resectability": "resectable",
        "liver": "large",
        "symptoms": "none",
        "removed": "no",
    }
    found = {each.id: each for each in compare_sources(facts).treatments}
    surgery = found["surgery"].statements["nci-2025"]
    assert surgery.status in OFFERED
    assert Status.NOT_NAMED not in surgery.possible
    nci = load_guide("nci-2025")
    course = [level.id for level in nci.factors["course"].levels if level.id != "resected"]
    certain = compare_sources(facts).pathways["nci-2025"].profile
    for treatment in nci.treatments:
        possible = set()
        for level in course:
            if not nci.space.conflict({**certain, "course": level}):
                possible |= nci.evaluate({**certain, "course": level}).possible[treatment]
        assert found[treatment].statements["nci-2025"].possible == possible


def test_what_another_source_has_under_another_name_is_no_difference():
    found = {each.id: each for each in compare_sources(METASTATIC).treatments}
    drug = found["temozolomide"].statements["cancer-net-2023"]
    regimen = found["captem"].statements["cancer-net-2023"]
    assert (drug.counterpart, drug.status) == ("CAPTEM", regimen.status)
    assert found["lutetium_dotatate"].statements["nci-2025"].is_there
    assert not found["belzutifan"].statements["nci-2025"].is_there


def test_what_rests_on_a_fact_of_ours_is_marked():
    facts = {"extent": "metastatic", "symptoms": "none", "growth": "stable", "removed": "no"}
    compared = compare_sources(facts)
    found = {each.id: each for each in compared.treatments}
    assert found["active_surveillance"].statements["nci-2025"].inferred
    assert any("\u2020" in sentence for sentence in compared.facts_in_words)


def test_facts_that_say_nothing_elsewhere_are_named():
    compared = compare_sources({**METASTATIC, "differentiation": "poor", "grade": "G3"})
    assert any(
        "NCI's PDQ (2025) has no equivalent for" in each and "differentiation (poorly)" in each
        for each in compared.sentences
    )


@pytest.mark.parametrize("grade", ["G1", "G2"])
def test_that_nothing_follows_an_operation_is_no_difference(grade):
    """The one calls more treatment not needed, the other says that it has no proven benefit."""
    compared = compare_sources({"extent": "localized", "removed": "yes", "grade": grade})
    found = {each.id: each for each in compared.treatments}
    for name in ("ssa", "octreotide", "captem", "temozolomide", "chemotherapy", "prrt", "rfa"):
        assert found[name].agreement == "same", name
        assert set(found[name].statuses.values()) == {Status.AGAINST}
    for name in ("follow_up", "adjuvant_therapy"):
        assert found[name].agreement == "same", name
    assert "(usual), as" not in str(compared)


def test_what_only_one_source_says_after_an_operation_stays_a_difference():
    """Of grade 3 the first guide says nothing after surgery."""
    facts = {"extent": "localized", "removed": "yes", "grade": "G3", "differentiation": "well"}
    found = {each.id: each for each in compare_sources(facts).treatments}
    assert found["adjuvant_therapy"].agreement == "differ"
    assert found["ssa"].statuses["nci-2025"] is Status.NOT_NAMED


def test_one_treatment_under_two_names_is_told_once():
    facts = {"extent": "metastatic", "symptoms": "none", "liver": "large", "removed": "no"}
    sentences = compare_sources(facts).sentences
    assert sum(each.startswith("Radiofrequency ablation: ") for each in sentences) == 1
    assert not any(each.startswith("Ablation: ") for each in sentences)
    assert not any(each.startswith("Radiation therapy: ") for each in sentences)


def test_a_difference_says_where_the_other_source_was_not_told_a_fact():
    known = {**METASTATIC, "sstr": "positive", "growth": "growing"}
    carcinoma = {**known, "grade": "G3", "differentiation": "poor"}
    told = "A fact that NCI's PDQ (2025) was not told may decide this."
    sentences = compare_sources(carcinoma).sentences
    (prrt,) = [each for each in sentences if "names PRRT here" in each]
    assert prrt.endswith(told)
    (care,) = [each for each in sentences if "names supportive care" in each]
    assert not care.endswith(told)


def test_growth_is_read_alike_beside_trials_and_beside_another_guide():
    """What scans show to grow is progressing for both, and marked as our reading."""
    from pnet_paths.evidence.tables import packaged_evidence
    from pnet_paths.sources.equivalents import packaged_equivalents

    facts = packaged_evidence().facts_of("cancer-net-2023")
    of_trials = {row.level for row in facts if row.fact == "growth" and "progressing" in row.values}
    rows = [row for row in packaged_equivalents() if row.factor == row.other_factor == "growth"]
    between = {row.level for row in rows if row.other_levels == ("progressing",)}
    assert of_trials == between
    assert {row.basis for row in rows if row.level in between} == {"inferred"}


def test_what_a_fact_leaves_open_there_is_told_and_asked_for():
    """Whether it was treated before: the standard, or one of the ways."""
    facts = {
        "extent": "metastatic",
        "resectability": "resectable",
        "liver": "small",
        "removed": "no",
    }
    made = compare_sources({**facts, "course": "first", "symptoms": "none"})
    found = {each.id: each.statements["nci-2025"] for each in made.treatments}
    assert found["liver_resection"].word == "option or usual"
    assert "Surgical Cytoreduction for Metastases" in found["liver_resection"].cited
    assert next(iter(made.asked["nci-2025"])) == "course"
    known = compare_sources(
        {**facts, "course": "first", "symptoms": "none"}, answers={"nci-2025": {"course": "first"}}
    )
    statement = next(e for e in known.treatments if e.id == "liver_resection").statements[
        "nci-2025"
    ]
    assert statement.word == "usual"
    assert "course" not in known.asked["nci-2025"]


def test_what_may_turn_out_to_agree_in_other_words_is_open():
    """With grade 1 or 2 the first guide calls more treatment not needed, with grade 3 nothing."""
    order = ["nci-2025", "cancer-net-2023"]
    made = compare_sources({"extent": "localized", "course": "resected"}, order)
    found = {each.id: each for each in made.treatments}
    assert found["adjuvant_therapy"].agreement == "open"


def test_no_fact_is_said_to_decide_what_a_source_has_no_rule_for():
    facts = {**METASTATIC, "growth": "growing", "prior_ssa": "yes", "differentiation": "well"}
    told = [each for each in compare_sources(facts).sentences if "has no rule for it" in each]
    assert any("CAPTEM" in each for each in told)
    assert not any("may decide" in each for each in told)
