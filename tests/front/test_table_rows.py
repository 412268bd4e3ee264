"""The table in words: each treatment once, by status, and no reason twice."""

from __future__ import annotations

import pytest
from sizes import size
from v8 import Core, pathways, random_profiles

MODULES = [("pathway", "Pathway"), ("table_rows", "tableRows")]
ROWS = "(guide, codes) => tableRows(new Pathway(guide, codes))"
ORDER = ["usual", "option", "later", "depends", "against", "not_named"]


@pytest.mark.parametrize("which", ["guide", "toy_guide"])
def test_rows_go_by_status_and_say_nothing_twice(which, request):
    guide = request.getfixturevalue(which)
    some = list(pathways(guide, random_profiles(guide, size(60, 1_000), seed=4)))
    asked = [guide.space.codes(pathway.profile) for pathway in some]
    for pathway, found in zip(some, Core(guide, *MODULES).ask(ROWS, asked), strict=True):
        rows = [*found["groups"], *found["services"]]
        named = [name for row in rows for name in [*row["ids"], *row["alike"]]]
        assert sorted(named) == sorted(filter(pathway.is_mentioned, guide.treatments))
        groups = [row["ids"][0] for row in found["groups"] if row["depth"] == 0]
        assert not guide.network.services.intersection(groups)
        statuses = [pathway.status[name] for name in groups]
        offered = [ORDER.index(status) for status in statuses if status != "not_named"]
        assert offered == sorted(offered)
        for row in rows:
            first, *others = map(pathway.verdict, [*row["ids"], *row["alike"]])
            for other in others:
                assert (other.status, other.line) == (first.status, first.line)
                assert other.status == "depends" or other.cited == first.cited
