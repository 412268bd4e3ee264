"""The page in old browsers, without WebAssembly or a script, in frames, and as links arrive."""

from __future__ import annotations

import json

import pytest
from acts import choose, part, until, wait_for
from packaged import the_guide

from pnet_paths import load_guide
from pnet_paths.pages import page as written
from pnet_paths.tables.folder import packaged_folder

META = {"extent": "metastatic", "grade": "G2"}
OLD = """
for (const [holder, names] of [
  [Array.prototype, ["with", "toSorted", "toSpliced", "toReversed", "findLast", "findLastIndex"]],
  [Iterator.prototype, ["map", "filter", "toArray", "take", "drop"]],
  [Set.prototype, ["union", "difference", "intersection", "isSubsetOf"]],
  [Object, ["groupBy"]], [Map, ["groupBy"]], [Promise, ["withResolvers"]], [Array, ["fromAsync"]],
  [globalThis, ["structuredClone", "requestIdleCallback", "DecompressionStream"]],
  [URLSearchParams.prototype, ["size"]], [AbortSignal, ["any", "timeout"]],
  [HTMLElement.prototype, ["popover", "togglePopover", "showPopover", "hidePopover"]],
  [HTMLButtonElement.prototype, ["popoverTargetElement"]],
]) for (const name of names) delete holder[name];
for (const name of ["querySelector", "querySelectorAll", "matches", "closest"]) {
  const asked = Element.prototype[name];
  Element.prototype[name] = function (selector) {
    if (selector.includes(":popover-open")) throw new SyntaxError(selector);
    return asked.call(this, selector);
  };
}"""
REFUSED = "WebAssembly.instantiate = async () => { throw new Error('refused'); };"
CANNOT = "cannot be drawn here: the browser has or allows no WebAssembly"
NEEDS = "This page is made by JavaScript."


@pytest.fixture
def opened(chromium, page_file):
    """Open the page after a script; what its console says does not count, errors do."""
    contexts, errors = [], []

    def begun(script="", address="", file=page_file, **options):
        context = chromium.new_context(viewport={"width": 1366, "height": 768}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        if script:
            page.add_init_script(script)
        page.goto(f"{file.as_uri()}{address}")
        return page

    yield begun
    for context in contexts:
        context.close()
    assert errors == []


def test_the_oldest_browsers_have_every_part(opened):
    page = opened(OLD, "#assume=nothing")
    choose(page, "How far has it spread?", "metastatic")
    choose(page, "Which grade?", "G2 (intermediate)")
    wait_for(page, META)
    assert page.evaluate("location.hash") == the_guide().evaluate(META).link()
    asked = page.get_by_role("button", name="Which grade?")
    meaning = page.locator(".pp-for-grade .pp-help")
    assert not meaning.is_visible()
    asked.click()
    assert meaning.is_visible()
    asked.press("Escape")
    assert not meaning.is_visible()
    part(page, "treatment-prrt").click()
    page.locator(".pp-card h2").wait_for()
    page.keyboard.press("Escape")
    page.locator(".pp-card h2").wait_for(state="detached")
    for view in ("Everything", "Compare", "Landscape"):
        page.get_by_role("button", name=view).click()
    for name, shown in (
        ("Cases", ".pp-story h2"),
        ("Stage", ".pp-hall .pp-drawing svg"),
        ("Quiz", "fieldset"),
    ):
        page.get_by_role("tab", name=name, exact=True).click()
        page.locator(shown).first.wait_for()


@pytest.mark.parametrize("script", ["delete globalThis.WebAssembly", REFUSED])
def test_without_webassembly_the_words_stand_and_it_is_said(opened, teacher_file, script):
    page = opened(script, the_guide().evaluate(META).link(), teacher_file)
    page.locator(".pp-flow .pp-waits", has_text=CANNOT).wait_for()
    assert "not known: receptors" in page.locator(".pp-outline").first.inner_text()
    page.evaluate("location.hash = '#show=stage'")
    page.locator(".pp-hall .pp-waits", has_text=CANNOT).wait_for()
    page.keyboard.press("PageDown")
    page.locator(".pp-hall .pp-outline", has_text="Clinical trials: option").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    printed = page.locator(".pp-handout")
    assert CANNOT in printed.inner_text()
    assert "Surgery: ____" in printed.inner_text()
    assert printed.locator("svg, pre").count() == 0
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="screen")
    page.locator("summary[aria-label=More]").click()
    page.get_by_role("button", name="Print, with key").click()
    page.emulate_media(media="print")
    assert printed.locator("svg").count() == 0
    assert printed.locator("pre").count() > 1
    assert "Clinical trials: option" in printed.locator("pre").first.inner_text()


def test_a_sentence_stands_where_no_script_runs(opened):
    page = opened(java_script_enabled=False)
    page.get_by_text(NEEDS).wait_for()
    assert "Safari 15.4" in page.get_by_text(NEEDS).inner_text()


def test_a_script_that_fails_leaves_the_sentence(chromium, page_file):
    page = chromium.new_page()
    page.add_init_script("delete Array.prototype.flatMap")
    page.goto(page_file.as_uri())
    page.get_by_text(NEEDS).wait_for()
    assert page.locator("header").count() == 0
    page.close()


def test_a_copy_that_a_browser_saves_is_whole(opened, tmp_path):
    page = opened(address=the_guide().evaluate(META).link())
    wait_for(page, META)
    copy = tmp_path / "copy.html"
    content = page.content()
    assert '<script id="data" type="application/json">}' in content, "answers could be read in it"
    copy.write_text(content, encoding="utf-8")
    page = opened(file=copy, address="#grade=G1")
    wait_for(page, {"grade": "G1"})
    assert page.locator("header").count() == page.locator("main").count() == 1
    assert not page.get_by_text(NEEDS).is_visible()


def test_a_copy_whose_script_does_not_run_says_so(opened, tmp_path):
    page = opened()
    page.locator("header").wait_for()
    saved = page.context.new_cdp_session(page).send("Page.captureSnapshot")["data"]
    copy = tmp_path / "copy.mhtml"
    copy.write_text(saved, encoding="utf-8")
    opened(file=copy).get_by_text(NEEDS).wait_for()


def test_in_a_frame_that_is_shut_off_it_is_said_what_cannot_be_done(opened, page_file, tmp_path):
    outer = tmp_path / "viewer.html"
    text = json.dumps(page_file.read_text(encoding="utf-8")).replace("<", "\\u003c")
    outer.write_text(
        f"""<iframe sandbox="allow-scripts" width="1200" height="700"></iframe><script>
        const page = new Blob([{text}], {{ type: "text/html" }});
        document.querySelector("iframe").src = URL.createObjectURL(page);</script>""",
        encoding="utf-8",
    )
    frame = opened(file=outer).frame_locator("iframe")
    said = "Here links cannot be copied"
    frame.locator(".pp-page-note", has_text=said).wait_for()
    frame.get_by_role("tab", name="Cases", exact=True).click()
    frame.get_by_role("button", name="Copy link").click()
    frame.locator(".pp-page-said", has_text=said).wait_for()
    assert not frame.locator(".pp-link").is_visible()


@pytest.mark.parametrize(
    ("added", "rest", "unclear"),
    [
        (").", "", ""),
        ("?utm_source=mail&fbclid=1", "&utm_source=mail&fbclid=1", ""),
        ("&liver=smal&colour=blue", "&liver=smal&colour=blue", '"liver=smal" is not a level of'),
    ],
)
def test_a_link_is_read_as_it_arrives_and_the_rest_is_kept(web, added, rest, unclear):
    page = web(f"#grade=G2&amp;extent=metastatic{added}")
    wait_for(page, META)
    until(page, "kept => location.hash === kept", f"#grade=G2&extent=metastatic{rest}")
    assert unclear in page.locator(".pp-page-said").inner_text()
    assert bool(unclear) == page.locator(".pp-page-said").is_visible()
    if unclear:
        page.locator(".pp-for-liver select").select_option(index=2)
        until(page, "() => /liver=(?!smal&).*colour=blue$/.test(location.hash)")


def test_of_a_long_address_little_is_said_and_nothing_kept(web):
    page = web("#grade=G2&" + "&".join(f"key{n}={n}" for n in range(20_000)))
    wait_for(page, {"grade": "G2"})
    said = page.locator(".pp-page-said").inner_text()
    assert said.endswith("And 19997 more. The rest is shown.")
    assert len(said) < 400
    until(page, "() => location.hash === '#grade=G2'")


@pytest.mark.parametrize("width", [1024, 390])
def test_the_head_stands_in_one_row_and_no_list_makes_ios_enlarge_the_page(web, width):
    page = web(width=width, height=768, has_touch=True, is_mobile=True)
    tabs = page.get_by_role("tab").all()
    assert len({round(tab.bounding_box()["y"]) for tab in tabs}) == 1
    if width < 600:
        page.get_by_label("More", exact=True).click()
    page.get_by_role("button", name="Copy link").click()
    for name in ("Explore", "Cases", "Quiz"):
        page.get_by_role("tab", name=name, exact=True).click()
        sizes = page.evaluate(
            "() => [...document.querySelectorAll('select, input:not([type=radio])')]"
            ".map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 16, name


def test_a_treatment_may_have_the_name_of_what_every_object_has(opened, tmp_path):
    folder = tmp_path / "guide"
    folder.mkdir()
    for table in packaged_folder().iterdir():
        content = table.read_text(encoding="utf-8")
        content = content.replace("prrt", "constructor").replace("supportive_care", "valueOf")
        (folder / table.name).write_text(content, encoding="utf-8")
    guide = load_guide(folder)
    file = written(tmp_path / "named.html", guide, count=0)
    page = opened(file=file, address="#grade=G2&extent=metastatic&sstr=positive&view=map")
    for name in ("constructor", "valueOf"):
        part(page, f"treatment-{name}").hover()
        part(page, f"treatment-{name}").focus()
        assert not page.locator(".pp-tip").is_visible()
        page.keyboard.press("Enter")
        heading = guide.treatments[name].label
        page.locator(".pp-card").get_by_role("heading", name=heading).wait_for()
        page.keyboard.press("Escape")
    page.evaluate("location.hash = '#show=stage'")
    page.locator(".pp-hall .pp-drawing svg").wait_for()
    page.keyboard.press("PageDown")
    page.locator(".pp-hall .pp-explained h3").first.wait_for()
