"""A question bank as a QTI 2.1 package (IMS Question and Test Interoperability, final release)."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

from .bank import Bank, Item, Option, Picture

__all__ = ["qti_package"]

_ITEM = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMAS = {
    _ITEM: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    _PACKAGE: "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
}
_TIMESTAMP = (1980, 1, 1, 0, 0, 0)  # fixed, so that the same questions make the same file


def qti_package(bank: Bank) -> bytes:
    """A zip file with a manifest, an item for each question, and the drawings."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        _add(package, "imsmanifest.xml", _manifest_xml(bank))
        for item in bank.items:
            _add(package, _path(item), _item_xml(bank, item))
        pictures = {each.name: each for item in bank.items for each in item.pictures}
        for picture in pictures.values():
            _add(package, f"pictures/{picture.name}", picture.svg)
    return stream.getvalue()


def _add(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _TIMESTAMP)
    info.compress_type = zipfile.ZIP_DEFLATED
    package.writestr(info, content)


def _path(item: Item) -> str:
    return f"items/{_identifier(item)}.xml"


def _identifier(item: Item) -> str:
    return f"q_{item.id}"


def _manifest_xml(bank: Bank) -> bytes:
    manifest = _root(_PACKAGE, "manifest", identifier="pnet_paths_questions")
    metadata = ET.SubElement(manifest, "metadata")
    ET.SubElement(metadata, "schema").text = "QTIv2.1 Package"
    ET.SubElement(metadata, "schemaversion").text = "1.0.0"
    ET.SubElement(manifest, "organizations")
    resources = ET.SubElement(manifest, "resources")
    for item in bank.items:
        resource = ET.SubElement(
            resources,
            "resource",
            identifier=_identifier(item),
            type="imsqti_item_xmlv2p1",
            href=_path(item),
        )
        names = dict.fromkeys(f"pictures/{picture.name}" for picture in item.pictures)
        for name in (_path(item), *names):
            ET.SubElement(resource, "file", href=name)
    return _to_xml(manifest)


def _item_xml(bank: Bank, item: Item) -> bytes:
    root = _root(
        _ITEM,
        "assessmentItem",
        identifier=_identifier(item),
        title=item.name,
        adaptive="false",
        timeDependent="false",
        toolName="pnet_paths",
    )
    _add_declarations(root, item)
    body = ET.SubElement(root, "itemBody")
    interaction = ET.SubElement(
        body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle="true", maxChoices="1"
    )
    ET.SubElement(interaction, "prompt").text = item.text
    for option in item.options:
        choice = ET.SubElement(interaction, "simpleChoice", identifier=option.letter)
        choice.text = option.text
    _add_processing(root)
    for option in item.options:
        _add_feedback(root, bank, item, option)
    return _to_xml(root)


def _add_declarations(root: ET.Element, item: Item) -> None:
    response = ET.SubElement(
        root,
        "responseDeclaration",
        identifier="RESPONSE",
        cardinality="single",
        baseType="identifier",
    )
    correct = ET.SubElement(response, "correctResponse")
    ET.SubElement(correct, "value").text = item.key.letter
    score = {"identifier": "SCORE", "cardinality": "single", "baseType": "float"}
    outcome = ET.SubElement(root, "outcomeDeclaration", score)
    default = ET.SubElement(outcome, "defaultValue")
    ET.SubElement(default, "value").text = "0"
    feedback = {"identifier": "FEEDBACK", "cardinality": "single", "baseType": "identifier"}
    ET.SubElement(root, "outcomeDeclaration", feedback)


def _add_processing(root: ET.Element) -> None:
    """Add the rules of the template ``match_correct``, and one that shows a choice's feedback.

    The template is not named: players would use it instead, and show no feedback.
    """
    processing = ET.SubElement(root, "responseProcessing")
    condition = ET.SubElement(processing, "responseCondition")
    if_right = ET.SubElement(condition, "responseIf")
    match = ET.SubElement(if_right, "match")
    ET.SubElement(match, "variable", identifier="RESPONSE")
    ET.SubElement(match, "correct", identifier="RESPONSE")
    otherwise = ET.SubElement(condition, "responseElse")
    for branch, points in ((if_right, "1"), (otherwise, "0")):
        score = ET.SubElement(branch, "setOutcomeValue", identifier="SCORE")
        ET.SubElement(score, "baseValue", baseType="float").text = points
    feedback = ET.SubElement(processing, "setOutcomeValue", identifier="FEEDBACK")
    ET.SubElement(feedback, "variable", identifier="RESPONSE")


def _add_feedback(root: ET.Element, bank: Bank, item: Item, option: Option) -> None:
    """Add the reasons of one choice, then which is right, and why, with the drawings."""
    feedback = ET.SubElement(
        root,
        "modalFeedback",
        outcomeIdentifier="FEEDBACK",
        identifier=option.letter,
        showHide="show",
    )
    lines = [("Right. " if option.right else "Not this one. ") + option.because]
    if not option.right:
        lines += [f"Right is: {item.key.text}", item.key.because]
    if item.sections:
        lines.append(f"In the guide: {'; '.join(item.sections)}")
    for line in lines:
        ET.SubElement(feedback, "p").text = line
    for picture in item.pictures:
        _add_picture(feedback, picture)
    ET.SubElement(feedback, "p").text = bank.footer


def _add_picture(feedback: ET.Element, picture: Picture) -> None:
    paragraph = ET.SubElement(feedback, "p")
    ET.SubElement(
        paragraph, "img", src=f"../pictures/{picture.name}", alt=picture.alternative, width="100%"
    )


def _root(namespace: str, name: str, **attributes: str) -> ET.Element:
    location = {f"{{{_INSTANCE}}}schemaLocation": f"{namespace} {_SCHEMAS[namespace]}"}
    return ET.Element(name, {"xmlns": namespace, **location, **attributes})


def _to_xml(root: ET.Element) -> bytes:
    ET.register_namespace("xsi", _INSTANCE)
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)  # has no types
    return xml
