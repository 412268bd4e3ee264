"""A page with several guides: one is chosen in its head, and what they say is compared."""

from __future__ import annotations

import pytest
from acts import until, violations
from packaged import the_guide

from pnet_paths import PnetPathsError, load_guide
from pnet_paths import page as write_page
from pnet_paths.sources import compare_sources
from pnet_paths.sources.equivalents import rows_joining
from pnet_paths.sources.translation import translate

FACTS = {
    "function": "functional",
    "extent": "metastatic",
    "resectability": "unresectable",
    "liver": "large",
    "symptoms": "hormonal",
    "course": "first",
    "removed": "no",
}
ADDRESS = "&".join(f"{name}={level}" for name, level in FACTS.items())
SHOWN = """() => Object.fromEntries(
  [...document.querySelectorAll(".pp-sources .node[data-part]")]
    .filter(node => node.dataset.part.startsWith("treatment-"))
    .map(node => [node.dataset.part.slice("treatment-".length), node.textContent]))"""


@pytest.fixture(scope="session")
def several_file(tmp_path_factory):
    return write_page(tmp_path_factory.mktemp("several") / "pnet.html", count=1, seed=3)


@pytest.fixture
def several(web, several_file):
    def opened(address="", **options):
        return web(address, file=several_file, **options)

    return opened


def drawn(page):
    page.locator(".pp-sources .pp-drawing svg").wait_for()
    return page.evaluate(SHOWN)


def compared(**answers):
    return compare_sources(FACTS, [the_guide(), load_guide("nci-2025")], {"nci-2025": answers})


def assert_drawn(page, expected):
    """The drawing has a card for each group that a source names, with what each source says."""
    shown = drawn(page)
    named = {t.id: t for t in expected.treatments if not t.member_of and not t.is_silent}
    assert named.keys() <= shown.keys()
    for name, treatment in named.items():
        for guide, status in treatment.statuses.items():
            if treatment.statements[guide].is_there:
                assert status.word in shown[name].replace("\u00a0", " "), (name, guide)


def test_sources_say_what_their_guides_say(several):
    page = several(f"#{ADDRESS}")
    page.get_by_role("button", name="Sources").click()
    assert_drawn(page, compared())
    assert page.url.endswith("&view=sources")
    sentences = page.locator(".pp-source-words > ul:not(.pp-dated) > li").all_inner_texts()
    untranslated = page.locator(".pp-source-unused").inner_text()
    assert "no equivalent for, and was not told: first time or returned" in untranslated
    listed = [each for each in compared().sentences if each != untranslated]
    assert [each.strip() for each in sentences] == listed == list(compared().sentences[:-1])
    page.get_by_role("button", name="This pathway").click()
    page.locator('.pp-flow [data-part="treatment-ssa"]').wait_for()
    assert page.locator(".pp-sources").count() == 0


def test_the_facts_of_the_explorer_are_compared(several):
    page = several(f"#{ADDRESS}&view=sources")
    drawn(page)
    page.get_by_role("button", name="causes symptoms through hormones").click()
    fewer = {name: level for name, level in FACTS.items() if name != "symptoms"}
    expected = compare_sources(fewer, [the_guide(), load_guide("nci-2025")])
    until(
        page,
        "words => document.querySelector('.pp-sources desc')?.textContent === words",
        " ".join(expected.sentences),
    )
    assert_drawn(page, expected)


def test_the_drawing_is_saved_under_a_name_of_its_own(several):
    page = several(f"#{ADDRESS}&view=sources")
    drawn(page)
    page.locator(".pp-tools summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as SVG").click()
    assert download.value.suggested_filename.startswith("sources_function-functional")
    saved = download.value.path().read_text(encoding="utf-8")
    assert "thick border" in saved
    assert "NCI's PDQ (2025)" in saved


@pytest.mark.parametrize("address", [f"#show=sources&{ADDRESS}", f"#{ADDRESS}&show=sources"])
def test_an_address_of_the_part_that_sources_were_leads_to_the_view(several, address):
    page = several(address)
    assert_drawn(page, compared())
    assert "show=" not in page.url


def test_a_page_may_start_with_sources(web, tmp_path):
    page = web(file=write_page(tmp_path / "pnet.html", count=0, start="sources"))
    drawn(page)
    with pytest.raises(PnetPathsError, match="no sources to start with"):
        write_page(tmp_path / "pnet.html", the_guide(), count=0, start="sources")


def test_a_page_with_one_guide_has_no_view_of_sources(web):
    page = web(f"#{ADDRESS}&view=sources")
    page.locator(".pp-drawing svg").first.wait_for()
    page.get_by_text('"view=sources" is not understood').wait_for()
    assert page.get_by_role("button", name="Sources").count() == 0
    assert page.get_by_role("button", name="This pathway").get_attribute("aria-pressed") == "true"


def test_what_has_no_equivalent_is_asked_and_can_be_answered(several):
    page = several(f"#view=sources&{ADDRESS}")
    second = page.get_by_role("region", name="NCI's PDQ (2025)")
    asked = second.get_by_role("group").first
    question = asked.get_attribute("aria-label")
    (factor,) = [
        factor.id
        for factor in load_guide("nci-2025").factors.values()
        if factor.question == question
    ]
    answer = asked.get_by_role("button").first
    label = answer.inner_text()
    levels = load_guide("nci-2025").factors[factor].levels
    (level,) = [level.id for level in levels if level.label == label]
    answer.click()
    until(page, "() => document.querySelector('.pp-sources button.pp-fact')")
    assert_drawn(page, compared(**{factor: level}))
    second.get_by_title("Take this fact back").click()
    until(page, "() => !document.querySelector('.pp-sources button.pp-fact')")
    assert_drawn(page, compared())


def test_the_head_chooses_the_guide_and_back_leads_back(several):
    page = several()
    page.get_by_label("Guide", exact=True).select_option("NCI's PDQ (2025)")
    page.locator('.pp-drawing [data-part="treatment-ablation"]').wait_for()
    page.get_by_role("tab", name="Cases").click()
    case = next(iter(load_guide("nci-2025").cases.values()))
    page.get_by_role("heading", name=case.scenes[0].title).wait_for()
    assert "guide=nci-2025" in page.url
    page.reload()
    page.get_by_role("heading", name=case.scenes[0].title).wait_for()


def test_what_does_not_go_along_to_another_guide_is_said_once(several):
    page = several("#grade=G2&extent=metastatic&sstr=positive&growth=growing")
    page.get_by_label("Guide").select_option(label="NCI's PDQ (2025)")
    said = page.get_by_text(
        "Not taken along, as NCI's PDQ (2025) has no certain equivalent: grade and receptors."
    )
    said.wait_for()
    assert "extent=metastatic" in page.url
    page.reload()
    page.locator(".pp-explorer").wait_for()
    assert said.count() == 0


def test_paper_has_the_facts_of_each_source(several):
    page = several(f"#{ADDRESS}&view=sources")
    drawn(page)
    page.emulate_media(media="print")
    for sentence in (*compared().facts_in_words, compared().sentences[-1]):
        shown = page.locator(".pp-source-sentences")
        assert shown.get_by_text(sentence, exact=True).is_visible()
    assert page.locator(".pp-source-question").first.is_hidden()


def test_what_others_say_is_placed_between_the_sources(several):
    """As Python says it; what is open is folded, and only addresses of the web are links."""
    address = ADDRESS.replace("functional", "nonfunctional").replace("hormonal", "none")
    page = several(f"#{address}&grade=G2&sstr=positive&view=sources")
    drawn(page)
    page.get_by_role("heading", name="What others say, and when").wait_for()
    known = {**FACTS, "function": "nonfunctional", "symptoms": "none"}
    made = compare_sources(
        {**known, "grade": "G2", "sstr": "positive"}, [the_guide(), load_guide("nci-2025")]
    ).since_when
    assert page.locator(".pp-source-words > p", has_text=made.lead).is_visible()
    such = [each for each in made.notes if each.note.match.fit == "yes"]
    rest = [each for each in made.notes if each not in such]
    shown = page.locator(".pp-source-words > .pp-dated > li")
    for text, each in zip(shown.all_inner_texts(), such, strict=True):
        assert str(each).startswith(text.partition("\n")[0])
    folded = page.locator("details .pp-dated > li")
    assert folded.count() == len(rest) > 0
    assert folded.first.is_hidden()
    links = page.locator(".pp-dated a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert all(link.startswith(("https://", "http://")) for link in links)
    assert page.locator(".pp-dated a", has_text="openFDA").count() == 0
    assert page.locator(".pp-dated", has_text="openFDA label").count() > 0


def test_another_guide_is_compared_from_its_facts(several):
    page = several(f"#{ADDRESS}&view=sources")
    drawn(page)
    guides = [the_guide(), load_guide("nci-2025")]
    page.get_by_label("Guide", exact=True).select_option(guides[1].short_title)
    page.get_by_role("region", name=guides[0].short_title).wait_for()
    facts = translate(FACTS, *guides, rows_joining(guides)).facts
    assert_drawn(page, compare_sources(facts, guides[::-1]))
    page.go_back()
    page.get_by_role("region", name=guides[1].short_title).wait_for()
    assert_drawn(page, compared())


def test_a_browser_that_cannot_unpack_has_the_first_guide(several):
    page = several(f"#{ADDRESS}")
    page.add_init_script("delete globalThis.DecompressionStream")
    page.reload()
    page.locator(".pp-drawing svg").first.wait_for()
    assert page.get_by_role("button", name="Sources").count() == 0
    assert page.get_by_label("Guide", exact=True).count() == 0


@pytest.mark.parametrize("width", [390, 1366])
def test_axe_finds_nothing_in_sources(several, width):
    page = several(f"#view=sources&{ADDRESS}", width=width, height=800)
    drawn(page)
    assert violations(page, ".pp-explorer") == []
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) <= 0
