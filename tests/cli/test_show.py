"""``pnet-paths show``: what it prints and saves; what is wrong is one line, status 2."""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from pnet_paths.cli import main
from pnet_paths.drawing import formats

FACTS = ["extent=metastatic", "grade=G2", "--assume-nothing"]
PROFILE = {"extent": "metastatic", "grade": "G2"}


# -- show -----------------------------------------------------------------------------------


def is_text(content, pathway):
    return content.decode() == f"{pathway.outline()}\n"


def is_json(content, pathway):
    told = json.loads(content)
    assert told["profile"] == dict(pathway.profile)
    assert told["treatments"].keys() == pathway.guide.treatments.keys()
    for name, answer in told["treatments"].items():
        assert list(answer) == ["status", "possible", "depends_on", "basis", "words", "section"]
        assert answer["basis"] == pathway.basis[name]
        assert answer["words"] == pathway.verdict(name).words
        assert answer["section"] == str(pathway.verdict(name).cited)
        assert answer["status"] == pathway.status[name]
        assert len(answer["possible"]) == len(set(answer["possible"]))
        assert set(answer["possible"]) == pathway.possible[name]
        assert set(answer["depends_on"]) == pathway.depends_on[name]
    return True


def is_dot(content, pathway):
    return content.decode() == pathway.to_dot()


def is_svg(content, pathway):
    return ET.fromstring(content).tag == "{http://www.w3.org/2000/svg}svg"


def is_png(content, pathway):
    return content.startswith(b"\x89PNG\r\n\x1a\n")


def is_pdf(content, pathway):
    return content.startswith(b"%PDF-")


FORMATS = {
    "text": is_text,
    "json": is_json,
    "dot": is_dot,
    "svg": is_svg,
    "png": is_png,
    "pdf": is_pdf,
}


def test_every_format_of_the_table_is_tried_here():
    assert FORMATS.keys() == {each.name for each in formats.FORMATS}


def test_a_pathway_saves_as_json_what_it_is_as_data(guide, tmp_path):
    pathway = guide.evaluate(PROFILE)
    assert is_json(pathway.save(tmp_path / "pathway.json").read_bytes(), pathway)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "facts",
    [FACTS, pytest.param(["--assume-nothing"], marks=pytest.mark.exhaustive)],
    ids=["something-known", "nothing-known"],
)
def test_show_prints_each_format(format, facts, printed, guide):
    pathway = guide.evaluate(PROFILE if facts is FACTS else {})
    assert FORMATS[format](printed("show", *facts, "--format", format), pathway)


def test_show_prints_text_unless_told_otherwise(printed, guide):
    assert is_text(printed("show", *FACTS), guide.evaluate(PROFILE))


def test_a_fact_may_be_repeated(printed):
    assert printed("show", FACTS[0], *FACTS) == printed("show", *FACTS)


# -- what is assumed ------------------------------------------------------------------------


def shown(printed, *facts):
    """The profile that is shown, and which of its facts are assumed."""
    told = json.loads(printed("show", *facts, "--format", "json"))
    return told["profile"], told["assumed"]


def test_a_new_patient_is_assumed_and_the_text_says_so(printed, guide):
    facts = PROFILE | guide.assumed
    assert shown(printed, "extent=metastatic", "grade=G2") == (facts, list(guide.assumed))
    sentence, note, rest = printed("show", "extent=metastatic", "grade=G2").decode().split("\n", 2)
    assert f"{sentence}\n{rest}" == f"{guide.evaluate(facts).outline()}\n"
    assert note == (
        "Assumed: the tumor was found for the first time, is still there, and has not been treated "
        "with SSAs. (To take it off: --assume-nothing, course=not_known, removed=not_known, "
        "prior_ssa=not_known.)"
    )


def test_what_is_given_is_not_assumed_whatever_its_level(printed):
    profile, assumed = shown(printed, "removed=yes", "course=first")
    assert profile == {"course": "first", "removed": "yes", "prior_ssa": "no"}
    assert assumed == ["prior_ssa"]


def test_an_assumption_can_be_taken_off_alone_or_with_all_others(printed):
    assert shown(printed, "course=not_known", "grade=not_known") == (
        {"removed": "no", "prior_ssa": "no"},
        ["removed", "prior_ssa"],
    )
    assert shown(printed, "grade=G2", "--assume-nothing") == ({"grade": "G2"}, [])


def test_an_assumption_that_cannot_occur_with_the_given_facts_is_dropped_and_named(printed, sheets):
    row = sheets.rows("factors")
    grade = next(number for number, cells in enumerate(row, 1) if cells[0] == "grade")
    sheets.cell("factors", grade, "assume", "G1")
    words = ("differentiation=poor", "--guide", sheets.folder)
    profile, assumed = shown(printed, *words)
    assert (profile.get("grade"), "grade" in assumed) == (None, False)
    note = printed("show", *words).decode().splitlines()[1]
    assert note.endswith("Not assumed, as the given facts rule it out: the tumor is grade 1.")


def test_of_a_drawing_the_note_stands_beside_it(run, guide):
    status, out, (note,) = run("show", "--format", "dot")
    assert (status, out.decode()) == (0, guide.evaluate(guide.assumed).to_dot())
    assert note.startswith("pnet-paths: Assumed: the tumor was found for the first time, ")


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("pathway.txt", "text"),
        ("pathway.json", "json"),
        ("pathway.dot", "dot"),
        ("pathway.svg", "svg"),
        ("PATHWAY.SVG", "svg"),
        ("my.pathway.png", "png"),
        ("pathway.pdf", "pdf"),
        ("pathway", "text"),
    ],
)
def test_the_ending_says_what_to_save_as(name, format, printed, guide, tmp_path):
    file = tmp_path / name
    assert printed("show", *FACTS, "-o", file) == b""
    assert FORMATS[format](file.read_bytes(), guide.evaluate(PROFILE))


@pytest.mark.parametrize("name", ["pathway.svg", "pathway.xyz"])
def test_format_wins_over_the_ending(name, printed, guide, tmp_path):
    file = tmp_path / name
    assert printed("show", *FACTS, "--output", file, "--format", "json") == b""
    assert is_json(file.read_bytes(), guide.evaluate(PROFILE))


def test_the_map_can_be_shown(printed, guide):
    shown = printed("show", *FACTS, "--format", "dot", "--view", "map")
    assert shown.decode() == guide.evaluate(PROFILE).to_dot("map")


def test_the_factors_can_be_listed(printed, guide):
    lines = printed("show", "--factors").decode().splitlines()
    assert [line.split()[0] for line in lines] == list(guide.factors)
    for line, factor in zip(lines, guide.factors.values(), strict=True):
        assert line.endswith(" | ".join(level.id for level in factor.levels))


def test_another_guide_can_be_shown(printed, sheets):
    rows = sheets.rows("indications")
    sheets.save("indications", [row for row in rows if row[1] != "hospice"])
    facts = ["extent=metastatic", "life_expectancy=under_six_months", "--format", "json"]
    here = json.loads(printed("show", *facts))["treatments"]["hospice"]
    there = json.loads(printed("show", *facts, "--guide", sheets.folder))["treatments"]["hospice"]
    assert here["status"] == "option"
    assert there["status"] == "not_named"


# -- what is wrong --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        (["gradde=G2"], ['"gradde"', "did you mean grade?", "site, grade, differentiation"]),
        (["=G2"], ["site, grade, differentiation"]),
        (["grade=G4"], ["grade", '"G4"', "G1, G2, G3"]),
        (["grade=g2"], ["grade", '"g2"', "G1, G2, G3"]),
        (["grade="], ["grade", "G1, G2, G3"]),
        (["grade=G\n4"], ["grade", "G1, G2, G3"]),
        (["grade"], ['"grade"', "FACTOR=LEVEL", "site, grade, differentiation"]),
        (["grade=G1", "site=head", "grade=G2"], ["grade", "twice", "G1", "G2"]),
        (["grade=G1", "differentiation=poor"], ["grade=G1", "differentiation=poor", "grade=G3"]),
    ],
)
def test_a_wrong_profile_is_one_line_with_what_would_be_valid(facts, named, refused, tmp_path):
    file = tmp_path / "pathway.svg"
    line = refused("show", *facts, "-o", file)
    assert all(words in line for words in named)
    assert not file.exists()


def test_a_missing_guide_is_one_line(refused, tmp_path):
    assert str(tmp_path / "no-guide") in refused("show", "--guide", tmp_path / "no-guide")


def test_a_broken_guide_is_one_line_a_problem(run, sheets):
    sheets.cell("indications", 14, "grade", "G4")
    sheets.cell("steps", 3, "kind", "perhaps")
    sheets.path("glossary").unlink()
    status, out, complaints = run("show", "--guide", sheets.folder)
    assert (status, out) == (2, b"")
    problems = sheets.problems()
    assert len(problems) == 3
    for line, problem in zip(complaints, problems, strict=True):
        assert line.endswith(problem)


def test_an_unknown_ending_is_one_line_with_those_that_are_known(refused, tmp_path):
    line = refused("show", *FACTS, "-o", tmp_path / "pathway.docx")
    assert all(words in line for words in (".docx", ".txt", ".json", ".svg", ".png", ".pdf"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_one_line(refused, tmp_path):
    file = tmp_path / "nowhere" / "pathway.svg"
    assert str(file.parent) in refused("show", *FACTS, "-o", file)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [["show", "--format", "docx"], ["shou"], []])
def test_what_cannot_be_parsed_is_status_2(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    shown = capsys.readouterr()
    assert (caught.value.code, shown.out) == (2, "")
    assert "error: " in shown.err


def test_help_names_the_commands(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    shown = capsys.readouterr()
    assert (caught.value.code, shown.err) == (0, "")
    assert all(words in shown.out for words in (" lab ", " show ", "not medical advice"))


# -- as a program ---------------------------------------------------------------------------


def program(folder, *arguments, **variables):
    command = [sys.executable, "-m", "pnet_paths", *arguments]
    env = {**os.environ, **variables}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)


def test_python_m_prints_utf_8_wherever_it_runs(tmp_path, guide):
    done = program(tmp_path, "show", *FACTS, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert is_text(done.stdout.replace(b"\r\n", b"\n"), guide.evaluate(PROFILE))


def test_python_m_refuses_with_status_2(tmp_path):
    done = program(tmp_path, "show", "grade=G4")
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert '"G4" is not a level of grade (G1, G2, G3)' in line


def test_show_waits_for_no_library_that_it_does_not_need(tmp_path):
    done = program(tmp_path, "show", *FACTS, PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rsplit("|", 1)[1].strip() for line in done.stderr.decode().splitlines()}
    assert "pnet_paths.api" in loaded
    assert not loaded & {"numpy", "pandas", "ipywidgets", "matplotlib", "jupyterlab"}
