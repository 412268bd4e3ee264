"""The sentences of explanations read well and cite the guide."""

from __future__ import annotations

import re

from packaged import random_pathways
from sizes import size

from pnet_paths.guide.sentences import capitalize

IDS = re.compile(r"\b\w+_\w+\b|\bsstr\b|\bvhl\b|\bNone\b|frozenset")
NOT_ENGLISH = re.compile(
    r"  |\s[.,;:)]|\(\s|\bis are\b|\bare is\b|\ba option\b|\bor or\b|\band and\b|, \(|\.\.|;;|,,"
    r"|\b(\w+) \1\b|\btumor (and|or|;)|\bthat (;|\()"
)


def test_every_sentence_of_why_and_why_not_reads_well_and_cites_a_section(guide):
    rows = (*guide.indications.values(), *guide.treatments.values())
    sections = {section for row in rows for section in row.cited.sections}
    seen = set()
    for pathway, draw in random_pathways(size(200, 1000), seed=2):
        treatment = draw.choice(list(guide.treatments))
        told = (*pathway.why(treatment).sentences, *pathway.why_not(treatment).sentences)
        assert told
        seen.update(told)
    assert len(seen) > size(100, 1000)
    for sentence in seen:
        assert sentence[0].isupper() or sentence.startswith("177Lu"), sentence
        assert sentence.endswith(")."), sentence
        assert not IDS.search(sentence), sentence
        assert not NOT_ENGLISH.search(sentence), sentence
        assert sentence.count("(") == sentence.count(")"), sentence
        assert sentence.count('"') % 2 == 0, sentence
        cited = re.findall(r'"([^"]+)"', sentence)
        assert cited, sentence
        assert set(cited) <= sections, sentence
        subject = next(t.phrase for t in guide.treatments.values() if said_in(t.phrase, sentence))
        plural = subject in {"somatostatin analogs", "clinical trials"}
        verb = re.search(rf"{re.escape(subject)} (is|are|comes?|waits?)\b", sentence, re.IGNORECASE)
        assert not verb or (verb[1] in {"are", "come", "wait"}) == plural, sentence


def said_in(phrase, sentence):
    """Whether a treatment is named, within a sentence or at its beginning."""
    return phrase in sentence or sentence.startswith(capitalize(phrase))


def test_explanations_are_tables_and_show_themselves(guide):
    pathway = guide.evaluate({"extent": "metastatic", "grade": "G2"})
    found = [
        pathway.why("prrt"),
        pathway.why_not("prrt"),
        pathway.settles(),
        pathway.what_if("prrt"),
        guide.compare({"grade": "G1"}, pathway),
    ]
    for explanation in found:
        assert len(explanation.to_frame()) >= 1, explanation
        shown = explanation._repr_html_()
        assert "popovertarget" in shown, "terms are explained"
        assert guide.metadata["disclaimer"] in shown
    frame = found[0].to_frame()
    sstr = frame[frame["factor"] == "sstr"].iloc[0]
    assert (sstr["wanted"], sstr["here"], sstr["met"]) == ("positive", "", None)
    assert {"strength", "why", "basis", "source", "section"} <= set(frame.columns)
