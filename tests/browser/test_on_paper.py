"""What a printer gets, as PDF on both papers: its pages, its smallest letters, what it says."""

from __future__ import annotations

import io
import re
from collections import Counter
from itertools import cycle

import pdfplumber
import pytest
from packaged import the_guide
from sizes import some

from pnet_paths import page as written
from pnet_paths.pages import page_data
from pnet_paths.statuses import Status

PAPERS = ["A4", "Letter"]
CASES = list(zip(the_guide().cases, cycle(PAPERS)))
"""Each case on one of the papers."""
MORE = "summary[aria-label=More]"
SMALLEST = 7  # points
EMPTY = 0.2  # of a page's height
LONG = (
    "#site=tail&grade=G1&differentiation=well&function=functional&extent=metastatic&liver=large"
    "&resectability=unresectable&liver_share=yes&removed=no&surgery_timing=can_wait&prior_ssa=no"
)
"""Of which three lines are said, and as many below the drawing."""


@pytest.fixture(scope="module")
def ten(tmp_path_factory):
    """A teacher's copy with ten questions."""
    path = tmp_path_factory.mktemp("ten") / "p.html"
    return written(path, the_guide(), count=10, seed=3, notes=True)


def choose(page, name):
    """Choose how to print, without a dialog."""
    page.evaluate("window.print = () => {}")
    page.locator(MORE).click()
    page.get_by_role("button", name=name, exact=True).click()


def printed(page, paper):
    """The pages on a paper, each with its letters and words."""
    content = page.pdf(format=paper, prefer_css_page_size=False, landscape=is_wide(page))
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [
            {
                "text": each.extract_text(),
                "words": [word["text"] for word in each.extract_words()],
                "letters": [letter for letter in each.chars if letter["text"].strip()],
                "size": (each.width, each.height),
            }
            for each in document.pages
        ]


def is_wide(page):
    """Whether the style sheet asks for landscape format, which a printer's dialog then has."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page.locator(".pp-upright").count() == 0


def check(pages):
    """One or two pages, none nearly empty; letters that can be read, none beyond the paper."""
    assert len(pages) in (1, 2)
    for each in pages:
        width, height = each["size"]
        letters = each["letters"]
        assert min(letter["size"] for letter in letters) >= SMALLEST - 0.01
        assert min(letter["x0"] for letter in letters) >= 0
        assert max(letter["x1"] for letter in letters) <= width
        bottom = max(letter["bottom"] for letter in letters)
        assert EMPTY * height < bottom <= height
        assert len(letters) > 200, each["text"]


def plain(text):
    return re.findall(r"[^\W_]+", text)


def words_of_a_blank_case(guide, case):
    """All that may stand on a blank hand-out."""
    texts = [case.label, guide.footer, "Name What does the guide say Write into each box"]
    for number, scene in enumerate(case.scenes, start=1):
        texts += [str(number), scene.title, scene.story, scene.question]
    texts += [each.label for each in guide.groups]
    for name in guide.network.decisions:
        factor = guide.factors[name]
        texts += [factor.question, *(level.label for level in factor.levels)]
    return {word for text in texts for word in plain(text)}


def legend():
    return [f"{each.symbol} {each.word}" for each in Status]


@pytest.mark.parametrize(("case", "paper"), some(CASES, 3))
def test_a_blank_case_holds_no_answer(web, case, paper):
    guide = the_guide()
    page = web(f"#show=cases&case={case}")
    choose(page, "Print, blank")
    pages = printed(page, paper)
    check(pages)
    text = "\n".join(each["text"] for each in pages)
    for words in legend():
        assert " ".join(text.split()).count(words) == 1, "in the legend alone"
    symbols = Counter(letter["text"] for each in pages for letter in each["letters"])
    assert all(symbols[words[0]] == 1 for words in legend() if words[0] in "●◐◷✕")
    without = " ".join(text.split())
    for words in legend():
        without = without.replace(words, "")
    allowed = words_of_a_blank_case(guide, guide.cases[case])
    assert set(plain(without)) <= allowed


@pytest.mark.parametrize(("case", "paper"), some(CASES, 3))
def test_a_case_with_key_says_each_status_by_sign_and_word(web, teacher_file, case, paper):
    guide = the_guide()
    page = web(f"#show=stage&case={case}", file=teacher_file)
    choose(page, "Print, with key")
    pages = printed(page, paper)
    check(pages)
    text = " ".join(word for each in pages for word in each["words"])
    signs = Counter(letter["text"] for each in pages for letter in each["letters"])
    expected = Counter()
    for scene in guide.cases[case].scenes:
        pathway = guide.evaluate(scene.profile)
        groups = [each.id for each in guide.groups if each.id not in guide.network.services]
        expected.update(pathway.status[name].symbol for name in groups)
        assert all(word in text for word in scene.story.split())
    for symbol in "●◐◷✕":
        assert signs[symbol] >= expected[symbol] + 1, symbol


@pytest.mark.parametrize("paper", PAPERS)
def test_ten_questions_are_a_worksheet_blank_or_with_key(web, ten, paper):
    page = web("#show=quiz", file=ten)
    asked = page_data(ten)["questions"]
    choose(page, "Print, blank")
    pages = printed(page, paper)
    check(pages)
    blank = " ".join(word for each in pages for word in each["words"])
    assert "☑" not in blank
    fixed = "Questions Name Choose one answer and say how sure you are How sure guessing fairly Why"
    texts = [fixed, the_guide().footer, " ".join("ABCD"), " ".join(map(str, range(1, 11)))]
    for each in asked:
        texts += [each["text"], *(choice["text"] for choice in each["choices"])]
    assert set(plain(blank)) <= {word for text in texts for word in plain(text)}
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    choose(page, "Print, with key")
    pages = printed(page, paper)
    check(pages)
    key = " ".join(word for each in pages for word in each["words"])
    assert key.count("☑") == len(asked)
    for each in asked:
        right = next(choice for choice in each["choices"] if choice["right"])
        assert all(word in key.split() for word in right["because"].split())


@pytest.mark.parametrize(
    "address",
    some(
        [
            "",
            "#grade=G2&extent=metastatic&prior_ssa=yes&sstr=positive&course=first&removed=no",
            LONG,
            "#view=map",
            "#grade=G2&extent=metastatic&view=map",
            "#grade=G2&extent=metastatic&view=compare&b.grade=G3&b.extent=metastatic",
            "#grade=G2&extent=metastatic&view=landscape",
        ],
        4,
    ),
)
def test_the_explorer_prints_in_landscape_format(web, address):
    page = web(address)
    page.locator(".pp-explorer").first.wait_for()
    choose(page, "Print")
    for paper in PAPERS:
        pages = printed(page, paper)
        check(pages)
        assert all(width > height for width, height in (each["size"] for each in pages))
        text = " ".join(word for each in pages for word in each["words"])
        assert "For education. Not medical advice." in text
        for name in ("Chemotherapy", "Somatostatin", "Radiation"):
            assert name in text.split(), "no word is broken"


@pytest.mark.parametrize("part", ["explore", "cases", "stage", "quiz"])
def test_the_page_of_students_offers_no_key_before_anything_is_answered(web, teacher_file, part):
    offered = {}
    for file in (None, teacher_file):
        page = web(f"#show={part}", **({"file": file} if file else {}))
        page.locator(MORE).click()
        names = page.locator(".pp-page-head .pp-menu button:visible").all_inner_texts()
        offered[file] = [name for name in names if name.startswith("Print")]
    blank = ["Print"] if part == "explore" else ["Print, blank"]
    assert offered[None] == blank
    assert offered[teacher_file] == blank + ["Print, with key"] * (part != "explore")


def test_the_teachers_copy_of_the_same_seed_asks_the_same(page_file, teacher_file):
    copies = [page_data(file) for file in (page_file, teacher_file)]
    assert copies[0]["questions"] == copies[1]["questions"]
    assert copies[0]["id"] == copies[1]["id"]


def test_the_browsers_own_print_gives_no_answer_away(web, teacher_file):
    page = web("#show=cases", file=teacher_file)
    choose(page, "Print, with key")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".pp-handout .pp-with-key").count() == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".pp-handout").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".pp-handout").count() == 1
    assert page.locator(".pp-handout .pp-with-key").count() == 0


def test_the_style_sheet_asks_for_the_format(web, ten):
    """Where the paper is left to the page, as most printers' dialogs have it at first."""
    for part, is_upright in (("cases", False), ("quiz", True)):
        page = web(f"#show={part}", file=ten)
        content = page.pdf(prefer_css_page_size=True)
        with pdfplumber.open(io.BytesIO(content)) as document:
            assert all((each.width < each.height) is is_upright for each in document.pages)


def test_in_grey_a_status_is_told_by_its_sign_and_border(web, teacher_file):
    """Boxes of two statuses differ in more than colour: in sign and word, or in border."""
    page = web("#show=cases&case=years_later&scene=3", file=teacher_file)
    choose(page, "Print, with key")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    looks = page.evaluate(
        """() => [...document.querySelectorAll(".pp-handout .node")].map((node) => {
          const border = node.querySelector("path, polygon");
          const line = ["stroke-width", "stroke-dasharray"].map((n) => border.getAttribute(n));
          const text = [...node.querySelectorAll("text")].map((t) => t.textContent).at(-1);
          return [[...node.classList].at(-1), `${line} ${text}`];
        }).filter(([kind]) => kind !== "node" && kind !== "open")"""
    )
    by_status = {}
    for status, look in looks:
        by_status.setdefault(status, set()).add(look)
    assert len(by_status) >= 4
    for status, its in by_status.items():
        for other, others in by_status.items():
            assert status == other or not its & others, (status, other)
