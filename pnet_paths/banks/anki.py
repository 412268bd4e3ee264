"""A question bank as a deck for Anki, by genanki."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

import genanki

from ..markup import render
from .bank import Bank, Item

__all__ = ["anki_deck"]

# Anki recognizes a new edition of a deck by these numbers: they never change.
_NOTE_TYPE = 1_607_392_319
_DECKS = 1_400_000_000  # decks are numbered from here on
_FIELDS = ("Question", "Choices", "Answer", "Why", "Section", "Drawing", "Source", "Id")
_FRONT = "{{Question}}{{Choices}}"
_BACK = (
    "{{FrontSide}}<hr id=answer><p><b>{{Answer}}</b></p><p>{{Why}}</p><p><small>{{Section}}</small>"
    "</p>{{Drawing}}<p><small>{{Source}}</small></p>"
)
_STYLE = (
    ".card { font: 18px/1.5 sans-serif; max-width: 44em; margin: auto; text-align: left }\n"
    "img { max-width: 100%; background: white }"
)


def anki_deck(bank: Bank) -> bytes:
    """A deck with a card for each question: in front its choices, behind the answer with reasons.

    Its numbers depend on the guide's title and on the questions' ids: a new edition updates cards
    and duplicates none.
    """
    deck = genanki.Deck(_deck_number(bank.guide), bank.guide, bank.footer)
    note_type = genanki.Model(
        _NOTE_TYPE,
        "pnet_paths question",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    for item in bank.items:
        deck.add_note(_note(bank, item, note_type))
    pictures = {each.name: each.svg for item in bank.items for each in item.pictures}
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in pictures]
        for file in files:
            file.write_bytes(pictures[file.name])
        package = genanki.Package(deck, [str(file) for file in files])
        target = Path(folder) / "deck.apkg"
        package.write_to_file(str(target))
        return target.read_bytes()


def _deck_number(title: str) -> int:
    return _DECKS + int(sha256(title.encode()).hexdigest()[:7], 16)


def _note(bank: Bank, item: Item, note_type: genanki.Model) -> genanki.Note:
    html = [
        render("bank_question", item=item),
        render("bank_options", item=item),
        render("bank_text", text=f"{item.key.letter}: {item.key.text}"),
        render("bank_text", text=item.key.because),
        render("bank_text", text="; ".join(item.sections)),
        render("bank_pictures", item=item, where=""),
        render("bank_text", text=bank.footer),
        item.id,
    ]
    tags = [f"kind::{item.kind}", f"level::{item.level}", f"topic::{_tag(item.topic)}"]
    return genanki.Note(
        model=note_type, fields=html, tags=[*tags, _tag(bank.guide)], guid=f"pnet_paths-{item.id}"
    )


def _tag(label: str) -> str:
    """A label as a tag, which has no spaces."""
    return "_".join(label.split())
