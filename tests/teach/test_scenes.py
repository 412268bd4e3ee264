"""What a scene changes, as gained and lost."""

from __future__ import annotations

from pnet_paths.teach.cases import changed_statuses

NEW = {"course": "first", "removed": "no", "prior_ssa": "no"}


def changes(guide, before, after):
    """By way the names of the groups that change."""
    told = changed_statuses(*(guide.evaluate(NEW | facts) for facts in (before, after)))
    return {way: names.split(", ") for way, names in told}


def test_what_is_settled_is_gained_or_no_longer_open(guide):
    seen = changes(guide, {}, {"extent": "localized", "resectability": "resectable"})
    assert seen["now usual"] == ["surgery"]
    assert "PRRT" in seen["no longer open"]
    assert "now open" not in seen


def test_an_offer_that_goes_is_told_as_lost_but_not_where_it_may_come_back(guide):
    scenes = [dict(scene.profile) for scene in guide.cases["by_chance"].scenes]
    assert changes(guide, *scenes[2:4]) == {"no longer offered": ["active surveillance"]}
    back = changes(guide, {"extent": "localized", "resectability": "resectable"}, {})
    assert "surgery\N{NO-BREAK SPACE}†" in back["now open"]
    assert "no longer offered" not in back


def test_where_no_status_changes_it_says_that_the_reasons_do(guide):
    before = {"extent": "localized", "resectability": "resectable", "symptoms": "none"}
    assert changes(guide, before, before) == {}
    rows = guide.tables["indications"]
    other = guide.with_tables(
        indications=rows.assign(label=rows["label"].where(rows["label"] == "", "x"))
    )
    told = changed_statuses(guide.evaluate(NEW | before), other.evaluate(NEW | before))
    assert [way for way, _ in told] == ["for other reasons"]
