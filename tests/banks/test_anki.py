"""A deck as Anki's own library takes it: cards, pictures, and a new edition that doubles none."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from banked import bank, content, hostile_guide
from packaged import the_guide

from pnet_paths.banks import FORMATS

pytest.importorskip("anki")

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)


@pytest.fixture
def collection(tmp_path):
    found = Collection(str(tmp_path / "collection.anki2"))
    yield found
    found.close()


@pytest.fixture
def take(collection, tmp_path):
    def taken(deck):
        path = tmp_path / "deck.apkg"
        path.write_bytes(deck)
        options = ImportAnkiPackageOptions()
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        return collection.import_anki_package(request).log

    return taken


def notes(collection):
    return [collection.get_note(number) for number in collection.find_notes("")]


@pytest.mark.parametrize("guide", [the_guide, hostile_guide], ids=["tame", "hostile"])
def test_anki_takes_a_deck_with_its_pictures(guide, take, collection):
    log = take(content(guide(), "anki"))
    made = bank(guide())
    assert len(log.new) == len(made.items) == collection.card_count()
    assert len(log.conflicting) == len(log.duplicate) == 0
    pictures = {picture.name for item in made.items for picture in item.pictures}
    assert {name for name in pictures if collection.media.have(name)} == pictures


def test_the_front_asks_and_only_the_back_answers(take, collection):
    take(content(the_guide(), "anki"))
    items = {item.id: item for item in bank(the_guide()).items}
    for note in notes(collection):
        item = items[note["Id"]]
        card = note.cards()[0]
        front, back = card.question(), card.answer()
        assert front.count("<li>") == len(item.options)
        assert "<img" not in front
        assert note["Why"] not in front
        assert ("<img" in back) == bool(item.pictures)
        assert all(section in back for section in item.sections)


def test_a_new_edition_renews_cards_and_makes_none_twice(take, collection, monkeypatch):
    guide = the_guide()
    take(content(guide, "anki"))
    first = {note["Id"]: note.id for note in notes(collection)}
    old = bank(guide)
    items = [
        replace(item, options=tuple(replace(each, because="Told anew.") for each in item.options))
        for item in old.items[1:]
    ]
    edition = replace(old, edition="2030", items=tuple(items))
    an_hour_later = time.time() + 3600  # in one second no edition is newer than another
    monkeypatch.setattr(time, "time", lambda: an_hour_later)
    log = take(FORMATS["anki"].content(edition))
    assert (len(log.new), len(log.updated)) == (0, len(items))
    assert {note["Id"]: note.id for note in notes(collection)} == first
    assert sum(note["Why"] == "Told anew." for note in notes(collection)) == len(items)
