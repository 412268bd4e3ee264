"""Moodle XML and QTI: the documented form, nothing broken, and nothing given away."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64decode
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from banked import SEED, asked, bank, content, hostile_guide
from packaged import the_guide

from pnet_paths.banks import FORMATS, make_bank

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
# In the order in which the schema wants them.
PARTS = (
    "responseDeclaration",
    "outcomeDeclaration",
    "outcomeDeclaration",
    "itemBody",
    "responseProcessing",
    *["modalFeedback"] * 4,
)

each_guide = pytest.mark.parametrize("guide", [the_guide, hostile_guide], ids=["tame", "hostile"])


class Text(HTMLParser):
    """The text of some HTML, its pictures, and its elements."""

    def __init__(self, html):
        super().__init__()
        self.text, self.images, self.names = "", [], set()
        self.feed(html)

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, name, attributes):
        self.names.add(name)
        if name == "img":
            self.images.append(dict(attributes))


# -- Moodle ---------------------------------------------------------------------------------


def moodle(guide):
    return ET.fromstring(content(guide, "moodle"))


def of_type(quiz, kind):
    return [each for each in quiz.iter("question") if each.get("type") == kind]


@each_guide
def test_moodle_asks_what_was_made_and_marks_the_right_answer(guide):
    items = of_type(moodle(guide()), "multichoice")
    assert len(items) == len(asked(guide()))
    for item, question in zip(items, asked(guide()), strict=True):
        assert Text(item.findtext("questiontext/text")).text.strip() == question.text
        answers = item.findall("answer")
        told = [(Text(a.findtext("text")).text.strip(), a.get("fraction")) for a in answers]
        assert told == [(c.text.strip(), "100" if c.right else "0") for c in question.choices]
        for answer, choice in zip(answers, question.choices, strict=True):
            reason = Text(answer.findtext("feedback/text"))
            assert reason.text.strip() == choice.because.strip()
            assert not reason.names
        assert item.findtext("single") == "true"
        assert all(each.get("format") == "html" for each in (item.find("questiontext"), *answers))


@each_guide
def test_moodle_knows_category_tags_and_number(guide):
    quiz = moodle(guide())
    first, *_ = quiz
    assert first.get("type") == "category"
    course, top, *path = re.split("(?<!/)/(?!/)", first.findtext("category/text"))
    assert (course, top, len(path)) == ("$course$", "top", 2), "a slash in a title begins none"
    assert path[0].replace("//", "/") == guide().metadata["title"]
    items = of_type(quiz, "multichoice")
    for item, made in zip(items, bank(guide()).items, strict=True):
        tags = [tag.findtext("text") for tag in item.iter("tag")]
        assert tags == [made.kind, made.level, made.topic, guide().metadata["title"]]
        assert item.findtext("idnumber") == made.id
    assert len({item.findtext("idnumber") for item in items}) == len(items)


@each_guide
def test_moodle_shows_the_drawing_with_the_answer_and_not_before(guide):
    for item in of_type(moodle(guide()), "multichoice"):
        assert not item.findall("questiontext/file")
        assert "img" not in Text(item.findtext("questiontext/text")).names
        feedback = Text(item.findtext("generalfeedback/text"))
        files = {f.get("name"): f for f in item.findall("generalfeedback/file")}
        assert [image["src"] for image in feedback.images] == [f"@@PLUGINFILE@@/{n}" for n in files]
        assert feedback.names <= {"p", "strong", "small", "img"}
        for image, file in zip(feedback.images, files.values(), strict=True):
            assert image["alt"].startswith("Flowchart. ")
            assert file.get("encoding") == "base64"
            assert ET.fromstring(b64decode(file.text)).tag.endswith("svg")


# -- QTI ------------------------------------------------------------------------------------


def package(guide):
    return zipfile.ZipFile(io.BytesIO(content(guide, "qti")))


def items_of(guide):
    files = package(guide)
    return [ET.fromstring(files.read(f"items/q_{item.id}.xml")) for item in bank(guide).items]


@each_guide
def test_a_manifest_names_all_that_a_package_holds(guide):
    files = package(guide())
    manifest = ET.fromstring(files.read("imsmanifest.xml"))
    resources = manifest.findall(f"{PACKAGE}resources/{PACKAGE}resource")
    assert len(resources) == len(bank(guide()).items)
    assert {each.get("type") for each in resources} == {"imsqti_item_xmlv2p1"}
    named = {file.get("href") for each in resources for file in each}
    assert named | {"imsmanifest.xml"} == set(files.namelist())
    assert all(each.get("href") == each[0].get("href") for each in resources)


@each_guide
def test_an_item_asks_what_was_made_and_has_its_parts_in_order(guide):
    for item, question in zip(items_of(guide()), asked(guide()), strict=True):
        assert tuple(part.tag.removeprefix(QTI) for part in item) == PARTS
        interaction = item.find(f"{QTI}itemBody/{QTI}choiceInteraction")
        prompt, *choices = interaction
        assert prompt.text == question.text
        assert [choice.text for choice in choices] == [c.text for c in question.choices]
        key = item.findtext(f"{QTI}responseDeclaration/{QTI}correctResponse/{QTI}value")
        (right,) = [choice for choice in choices if choice.get("identifier") == key]
        assert right.text == question.choices[question.key].text
        identifiers = [choice.get("identifier") for choice in choices]
        assert [f.get("identifier") for f in item.iter(f"{QTI}modalFeedback")] == identifiers


@each_guide
def test_feedback_says_why_and_has_the_drawing_of_the_answer(guide):
    files = package(guide()).namelist()
    for item, made in zip(items_of(guide()), bank(guide()).items, strict=True):
        assert not list(item.find(f"{QTI}itemBody").iter(f"{QTI}img"))
        assert made.key.text not in item.get("title")
        for feedback, option in zip(item.iter(f"{QTI}modalFeedback"), made.options, strict=True):
            told = [part.text for part in feedback]
            assert option.because in told[0]
            assert any(made.key.because in (line or "") for line in told)
            sources = [image.get("src") for image in feedback.iter(f"{QTI}img")]
            assert len(sources) == len(made.pictures)
            assert all(source.removeprefix("../") in files for source in sources)


@pytest.mark.parametrize("name", ["moodle", "qti"])
def test_the_same_questions_make_the_same_file(name):
    again = make_bank(the_guide(), asked(the_guide()), SEED)
    assert FORMATS[name].content(again) == content(the_guide(), name)
