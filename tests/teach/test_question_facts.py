"""Which facts decide a question: enough of them, and none too many."""

from __future__ import annotations

from itertools import combinations

from sizes import size

from pnet_paths.statuses import OFFERED
from pnet_paths.teach import questions
from pnet_paths.teach.question_facts import deciding_facts


def test_they_show_whether_it_is_offered_and_no_fewer_do(guide):
    for question in questions(guide, seed=3, count=size(6, 40), kinds=["offered", "opens"]):
        name = question.choices[question.key].about or question.topic
        decides = deciding_facts(guide, question)

        def shows(names, name=name, question=question):
            known = {factor: question.profile[factor] for factor in names}
            ranks = set(guide.evaluate(known).possible[name])
            whole = guide.evaluate(question.profile).status[name] in OFFERED
            return ranks <= set(OFFERED) if whole else not ranks & set(OFFERED)

        assert shows(decides)
        assert not any(shows(fewer) for fewer in combinations(question.profile, len(decides) - 1))
