"""Several sources in the front end: facts, statuses, sentences and drawing as Python has them."""

from __future__ import annotations

import pytest
from packaged import the_guide
from sizes import size
from v8 import Core, pathways, random_profiles

from pnet_paths import load_guide
from pnet_paths.bundle.document import document
from pnet_paths.sources import compare_sources
from pnet_paths.sources.counterparts import packaged_counterparts
from pnet_paths.sources.data import source_data
from pnet_paths.sources.equivalents import packaged_equivalents
from pnet_paths.sources.since_when import place_words
from pnet_paths.sources.translation import left_behind

MODULES = [
    ("source_statements", "SourceStatements"),
    ("since_when", "sinceWhen, sinceWhenLead"),
    ("sources_drawing", "sourcesDot"),
    ("translation", "leftBehind"),
]
ASKED = """(guide, [first, codes]) => {
    const made = new SourceStatements(guides, data, first, codes);
    return {
        profiles: made.order.map(at => made.of(at).codes),
        statuses: made.treatments.map(each => [each.id, ...each.statuses, each.agreement]),
        sentences: made.sentences,
        notes: sinceWhen(made).map(({ note, sentence }) => [note.match.fit, sentence]),
        lead: sinceWhenLead(made),
        left: leftBehind(codes, made.reading(made.order[1]).translation),
        dot: sourcesDot(made),
    };
}"""


@pytest.fixture(scope="module")
def guides():
    return [the_guide(), load_guide("nci-2025")]


@pytest.fixture(scope="module")
def core(guides):
    documents = [document(guide).to_json() for guide in guides]
    data = source_data(guides, packaged_equivalents(), packaged_counterparts()).to_json()
    return Core(guides[0], *MODULES, guides=documents, data=data)


@pytest.mark.parametrize("first", [0, 1])
def test_the_front_end_says_the_same(guides, core, first):
    order = [guides[first], guides[1 - first]]
    some = [*pathways(order[0], random_profiles(order[0], size(60, 1000), seed=31))]
    codes = [order[0].space.codes(pathway.profile) for pathway in some]
    answers = core.ask(ASKED, [[first, each] for each in codes])
    for pathway, answer in zip(some, answers, strict=True):
        made = compare_sources(pathway, order)
        spaces = zip(order, made.pathways.values(), strict=True)
        assert answer["profiles"] == [list(g.space.codes(p.profile)) for g, p in spaces]
        for treatment, said in zip(made.treatments, answer["statuses"], strict=True):
            assert said == [treatment.id, *treatment.statuses.values(), treatment.agreement]
        assert answer["sentences"] == list(made.sentences)
        notes = [[str(each.note.match.fit), str(each)] for each in made.since_when.notes]
        assert answer["notes"] == notes
        assert answer["lead"] == made.since_when.lead
        left = left_behind(pathway.profile, made.translations[order[1].id])
        assert [list(order[0].factors)[place] for place in answer["left"]] == list(left)
        assert answer["dot"] == made.to_dot()


def test_what_stays_undecided_is_asked_in_the_order_of_the_other_guide(guides, core):
    facts = {"function": "functional", "extent": "locally_advanced"}
    made = compare_sources(facts, guides)
    undecided = made.translations["nci-2025"].undecided
    assert list(undecided) == [name for name in guides[1].factors if name in ("extent", "kind")]
    (answer,) = core.ask(ASKED, [[0, guides[0].space.codes(facts)]])
    assert answer["sentences"] == list(made.sentences)


@pytest.mark.parametrize(
    "dates", [["2023-12", "2025"], ["2025-03-26", "2025-03"], ["", "2024"], ["", ""]]
)
def test_notes_have_their_place_between_any_dates(guides, core, dates):
    """As Python says it of guides with other dates; a year that is the same is not told apart."""
    asked = """(guide, [codes, dates]) =>
        sinceWhen(new SourceStatements(guides, { ...data, dates }, 0, codes))
            .map(({ note, place }) => [note.date, place])"""
    titles = {guide.id: guide.short_title for guide in guides}
    by_guide = dict(zip(titles, dates, strict=True))
    (answer,) = core.ask(asked, [[guides[0].space.codes(guides[0].evaluate({}).profile), dates]])
    assert len({day for day, _ in answer}) > 5
    for day, place in answer:
        assert place == place_words(day, by_guide, titles)
