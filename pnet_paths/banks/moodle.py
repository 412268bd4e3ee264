"""A question bank as Moodle XML (docs.moodle.org, "Moodle XML format")."""

from __future__ import annotations

from base64 import b64encode
from itertools import groupby
from xml.etree import ElementTree as ET

from ..markup import render
from .bank import Bank, Item

__all__ = ["moodle_xml"]


def moodle_xml(bank: Bank) -> bytes:
    """The questions as multiple choice, in a category for the guide and each level.

    All that gives the answer away, drawings too, is in the feedback and never in the question.
    """
    quiz = ET.Element("quiz")
    for level, items in groupby(bank.items, key=lambda item: item.level):
        category = ET.SubElement(quiz, "question", type="category")
        # A slash would begin a category within the category; two stand for one.
        path = [name.replace("/", "//") for name in (bank.guide, level)]
        _add_text(ET.SubElement(category, "category"), "/".join(["$course$", "top", *path]))
        info = ET.SubElement(category, "info", format="plain_text")
        _add_text(info, f"{bank.footer} Questions of seed {bank.seed}.")
        for item in items:
            quiz.append(_question(bank, item))
    ET.indent(quiz, space=" ")
    xml: bytes = ET.tostring(quiz, encoding="utf-8", xml_declaration=True)  # has no types
    return xml


def _question(bank: Bank, item: Item) -> ET.Element:
    question = ET.Element("question", type="multichoice")
    _add_text(ET.SubElement(question, "name"), f"{item.name} ({item.id})")
    _add_html(question, "questiontext", render("bank_question", item=item))
    _add_general_feedback(question, bank, item)
    settings = {
        "defaultgrade": "1",
        "penalty": "0.3333333",
        "hidden": "0",
        "idnumber": item.id,
        "single": "true",
        "shuffleanswers": "true",
        "answernumbering": "ABCD",
    }
    for name, value in settings.items():
        ET.SubElement(question, name).text = value
    for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        _add_html(question, name, "")
    for option in item.options:
        answer = ET.SubElement(
            question, "answer", fraction="100" if option.right else "0", format="html"
        )
        _add_text(answer, render("bank_text", text=option.text))
        _add_html(answer, "feedback", render("bank_text", text=option.because))
    tags = ET.SubElement(question, "tags")
    for tag in (item.kind, item.level, item.topic, bank.guide):
        _add_text(ET.SubElement(tags, "tag"), tag)
    return question


def _add_general_feedback(question: ET.Element, bank: Bank, item: Item) -> None:
    where = "@@PLUGINFILE@@/"
    html = render("bank_feedback", item=item, footer=bank.footer, where=where)
    feedback = _add_html(question, "generalfeedback", html)
    for picture in item.pictures:
        file = ET.SubElement(feedback, "file", name=picture.name, path="/", encoding="base64")
        file.text = b64encode(picture.svg).decode()


def _add_html(parent: ET.Element, name: str, html: str) -> ET.Element:
    element = ET.SubElement(parent, name, format="html")
    _add_text(element, html)
    return element


def _add_text(parent: ET.Element, text: str) -> None:
    ET.SubElement(parent, "text").text = text
