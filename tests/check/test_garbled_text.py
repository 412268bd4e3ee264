"""Letters that were read with a wrong encoding are found, and what is meant so is not."""

import re

import pytest


@pytest.fixture
def found(toy_guide):
    """What is found where a definition is a text."""

    def check(text):
        rows = toy_guide.tables["glossary"]
        rows.loc[rows.index[1], "definition"] = text
        changed = toy_guide.with_tables(glossary=rows)
        return [each for each in changed.check() if each.code == "garbled"]

    return check


def misread(text, encoding):
    """UTF-8 as a program shows it that takes it for something else."""
    letters = []
    for byte in text.encode():
        try:
            letters.append(bytes([byte]).decode(encoding))
        except UnicodeDecodeError:
            letters.append(chr(byte))
    return "".join(letters)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1250", "mac_roman", "cp850"])
@pytest.mark.parametrize("letter", "äöüßéè–’…")
def test_misread_letters_are_found(letter, encoding, found):
    garbled = misread(f"ka{letter}se", encoding)
    (finding,) = found(garbled)
    assert (finding.severity, finding.file, finding.rows) == ("warning", "glossary.csv", (3,))
    assert "column definition" in finding.sentence
    assert f'for "{letter}"' in finding.sentence


@pytest.mark.parametrize("letter", "ÄÖÜÉ°µ±≥≤→βα€™š½")
def test_misread_signs_are_found(letter, found):
    assert found(misread(f"5{letter}g", "cp1252"))


def test_a_lost_letter_is_found(found):
    (finding,) = found("caf\ufffd")
    assert "a letter that is lost" in finding.sentence


def test_a_file_of_garbled_letters_is_one_finding_a_column(toy_guide):
    rows = toy_guide.tables["levels"]
    rows["definition"] = "FÃ¼ÃŸe"
    (finding,) = [e for e in toy_guide.with_tables(levels=rows).check() if e.code == "garbled"]
    assert finding.rows == tuple(range(2, 2 + len(rows)))


LEGITIMATE = """
«CAFÉ» | „CARITÄ“ | “CAFÉ” | „Äpfel“ | ‚Äpfel‘ | √2 and √π | 3\u00a0Å\u00a0in | São Paulo
Île-de-France | naïve – “quoted” | «“café”» | Œuvre, œdème | 5\u00a0µg ± 2 | DÉJÀ… | β-cell
Größe „Äh“ | Âge | Ångström | Tổng hợp | 日本語 | Привет «мир» | Ελληνικά | E = mc² | ½ dose
† inferred | α–β | x² ≥ 3 → y | VOILÀ!
"""


@pytest.mark.parametrize("text", re.split(r" \| |\n", LEGITIMATE.strip()))
def test_what_is_meant_so_is_no_finding(text, found):
    assert found(text) == []


def test_the_packaged_guides_are_clean(guide, toy_guide):
    for each in (toy_guide, guide):
        assert not [finding for finding in each.check() if finding.code == "garbled"]


@pytest.mark.parametrize("text", ["f?r alle", "Gr??e", "a dose of 5 ?g", "dose ? 5", "n?tig"])
def test_question_marks_for_lost_letters_are_found(text, found):
    (finding,) = found(text)
    assert "for a letter that is lost" in finding.sentence


@pytest.mark.parametrize("text", ["Is it blue?", "Why? Because.", "What (why?) and when?", "A? B!"])
def test_question_marks_after_questions_are_none(text, found):
    assert found(text) == []
