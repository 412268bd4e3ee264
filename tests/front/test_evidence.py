"""What stands behind a treatment: the front end says it as Python does, for random profiles."""

from __future__ import annotations

import pytest
from packaged import the_guide, the_toy
from sizes import size
from v8 import Core, pathways, random_profiles

from pnet_paths.evidence import plots
from pnet_paths.evidence.words import figures_sentence, fit_words

MODULES = [
    ("pathway", "Pathway"),
    ("evidence", "barPairs, evidenceBehind, figureSentence, forestLines, noteSentence"),
]
BEHIND = """(guide, [codes, id]) => {
  const found = evidenceBehind(new Pathway(guide, codes), id);
  return found && {
    trials: found.trials.map((each) =>
      [each.title, each.match.fit, each.sentence, each.isComparator]),
    figures: found.trials.flatMap(({ rows }) =>
      rows.map((row) => figureSentence(found.words, row))),
    notes: found.notes.map((note) => noteSentence(found.words, note)),
    lines: forestLines(found).map(({ line, fit }) => [line.outcome, fit]),
    pairs: barPairs(found).map((pair) => pair.outcome),
    axis: found.axis && [found.axis.low, found.axis.high],
  };
}"""


def behind(pathway, treatment):
    found = pathway.evidence(treatment)
    if not found.trials and not found.notes:
        return None
    trials = {each.trial.id: each for each in found.trials}
    by_id = {name: each.trial for name, each in trials.items()}
    forest, medians = plots.forest(found.outcomes, by_id), plots.medians(found.outcomes, by_id)
    return {
        "trials": [
            [each.trial.title, each.match.fit, fit_words(each.match), each.is_comparator]
            for each in found.trials
        ],
        "figures": [figures_sentence(row, by_id[row.trial]) for row in found.outcomes],
        "notes": [*map(str, found.notes)],
        "lines": [
            [line.outcome, trials[line.trial].fits[line.outcome]]
            for line in (forest.rows if forest else ())
        ],
        "pairs": [pair.outcome for pair in (medians.pairs if medians else ())],
        "axis": [forest.axis.low, forest.axis.high] if forest else None,
    }


@pytest.mark.parametrize("guide", [the_guide, the_toy])
def test_it_is_what_python_says(guide):
    guide = guide()
    some = pathways(guide, random_profiles(guide, size(60, 120), seed=5))
    asked = [(pathway, name) for pathway in some for name in guide.treatments]
    answers = Core(guide, *MODULES).ask(
        BEHIND, [[guide.space.codes(pathway.profile), name] for pathway, name in asked]
    )
    for (pathway, name), answer in zip(asked, answers, strict=True):
        assert answer == behind(pathway, name), (pathway, name)
