"""One HTML file, opened from a disk with the network cut: on a laptop, on a phone, on paper."""

from __future__ import annotations

import random

import pytest
from acts import (
    DRAWN,
    META,
    choose,
    part,
    settled,
    statuses,
    unfold,
    until,
    violations,
    wait_for,
    words,
)
from packaged import assuming, the_guide, the_toy
from sizes import size, some

from pnet_paths import ProfileError
from pnet_paths.pages import page as written

PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
SMALLEST = """() => Math.min(...[...document.querySelectorAll("main *, header *")]
  .filter(e => e.checkVisibility())
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => getComputedStyle(e).clipPath === "none" && !e.closest(".pp-said, [inert]"))
  .map(e => parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM?.()?.a ?? 1)))"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    "button, select, summary, input, [tabindex='0'], [tabindex='-1'][data-part]")]
  .filter(e => e.checkVisibility() && getComputedStyle(e).clipPath === "none")
  .filter(e => !e.classList.contains("pp-term") && !e.classList.contains("edge"))
  .filter(e => !e.closest("p, label"))  // within a line of text, or its label is the target
  .map(e => [e.getBoundingClientRect(), e])
  .filter(([r]) => r.height && (r.height < 23.9 || r.width < 23.9))
  .map(([r, e]) => [e.dataset.part ?? e.textContent, r.width, r.height])"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def facts(page):
    return page.evaluate("location.hash")


def test_the_explorer_answers_by_keyboard_and_the_address_says_what_is_seen(web):
    page = web("#assume=nothing")
    unfold(page)
    page.get_by_label("How far has it spread?", exact=True).focus()
    page.keyboard.press("m")  # metastatic
    choose(page, "Which grade?", "G2 (intermediate)")
    wait_for(page, {"extent": "metastatic", "grade": "G2"})
    known = the_guide().evaluate({"extent": "metastatic", "grade": "G2"})
    assert facts(page) == known.link()
    page.get_by_role("button", name="Skip to the drawing").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.locator(".pp-card h2").wait_for()
    page.keyboard.press("Escape")
    page.locator(".pp-card h2").wait_for(state="detached")
    page.go_back()
    wait_for(page, {"extent": "metastatic"})
    page.go_forward()
    wait_for(page, {"extent": "metastatic", "grade": "G2"})
    page.get_by_role("button", name="Compare").click()
    page.get_by_text("The profiles are alike.").wait_for()
    page.get_by_label("Another fact of B").select_option(label="earlier SSAs")
    page.get_by_role("group", name="Earlier SSAs, profile B").get_by_role(
        "button", name="yes"
    ).click()
    page.get_by_text("The profiles differ in: earlier SSAs.").wait_for()
    link = facts(page)
    assert link.endswith("view=compare&b.grade=G2&b.extent=metastatic&b.prior_ssa=yes")
    page.go_back()
    page.get_by_text("The profiles are alike.").wait_for()
    page.evaluate("link => { location.hash = link; }", link)
    page.get_by_text("The profiles differ in: earlier SSAs.").wait_for()
    page.get_by_role("button", name="Landscape").click()
    page.locator(".pp-turned thead").wait_for()
    assert facts(page).endswith("view=landscape")


ASSUMED = """() => [...document.querySelectorAll(".pp-control select")]
  .map((s) => s.selectedOptions[0].textContent).filter((t) => t.endsWith("(assumed)"))"""
NEW_PATIENT = ["first time (assumed)", "no (assumed)", "not yet (assumed)"]


def assumed_are(page, labels):
    """Wait until the lists show these levels as assumed, and no others."""
    until(page, f"(labels) => ({ASSUMED})().join() === labels.join()", labels)


def test_it_begins_with_a_new_patient_and_says_what_is_assumed(web):
    page, new = web(), the_guide().assumed
    wait_for(page, new)
    assumed_are(page, NEW_PATIENT)
    assert facts(page) == the_guide().evaluate(new).link()
    choose(page, "How far has it spread?", "localized")
    choose(page, "Can it be removed?", "completely")
    removable = new | {"extent": "localized", "resectability": "resectable"}
    wait_for(page, removable)
    assert statuses(removable)["surgery"] == "usual"
    choose(page, "SSAs already given?", "Not known")
    assumed_are(page, NEW_PATIENT[:2])
    choose(page, "Already taken out?", "yes, completely")
    choose(page, "Already taken out?", "no")
    assumed_are(page, NEW_PATIENT[:1])
    page.reload()
    wait_for(page, {**removable, "prior_ssa": None})
    assumed_are(page, NEW_PATIENT[:1])
    for _ in range(3):
        page.go_back()
    wait_for(page, removable)
    assumed_are(page, NEW_PATIENT)
    page.get_by_label("Start from").select_option(label="G1 tumor in the tail")
    wait_for(page, the_guide().presets["tail_g1"].profile)
    assumed_are(page, [])
    page.get_by_role("button", name="Reset").click()
    wait_for(page, new)
    assumed_are(page, NEW_PATIENT)
    choose(page, "First time or returned?", "Not known")
    choose(page, "Already taken out?", "Not known")
    choose(page, "SSAs already given?", "Not known")
    wait_for(page, {})
    assert facts(page) == the_guide().evaluate().link() == "#assume=nothing"


CUT_LEVELS = """() => {
  const context = document.createElement("canvas").getContext("2d");
  return [...document.querySelectorAll(".pp-control select")].flatMap((list) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(list);
    context.font = font;
    list.closest(".pp-control").classList.remove("pp-unset"); // as if one were chosen
    const labels = [...list.options].map((option) => option.textContent);
    return labels.filter((label, index) => {
      list.selectedIndex = index;
      const room = list.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      return context.measureText(label).width > room + 1;
    });
  });
}"""
BROKEN = """() => [...document.querySelectorAll(".pp-summary th[scope=row]")]
  .filter((head) => {
    const range = document.createRange();
    return [...head.firstChild.textContent.matchAll(/[^ -]+/g)].some(({ 0: word, index }) => {
      range.setStart(head.firstChild, index);
      range.setEnd(head.firstChild, index + word.length);
      return range.getClientRects().length > 1;
    });
  }).map((head) => head.textContent)"""


def test_no_level_is_cut_and_no_name_of_a_treatment_is_broken(web):
    page = web(the_guide().evaluate(the_guide().assumed).link())
    until(page, "() => document.querySelector('.pp-summary th[scope=row]')")
    unfold(page)
    assert page.evaluate(CUT_LEVELS) == []
    assert page.evaluate(BROKEN) == []
    surveillance = page.locator(".pp-summary tr", has_text="Active surveillance")
    assert "and if surgery can wait (our inference)" in words(surveillance.first)


def test_a_link_states_all_facts_whoever_opens_it(web):
    page = web()
    choose(page, "Which grade?", "G2 (intermediate)")
    page.get_by_role("button", name="Copy link").click()
    copied = page.get_by_label("Link to what is shown").input_value()
    profile = the_guide().assumed | {"grade": "G2"}
    assert copied.endswith(the_guide().evaluate(profile).link())
    for link, known in (
        (copied[copied.index("#") :], profile),
        ("#grade=G2&extent=metastatic", {"grade": "G2", "extent": "metastatic"}),
        ("#assume=nothing", {}),
    ):
        page = web(link)
        wait_for(page, known)
        assert page.evaluate(ASSUMED) == []
        assert facts(page) == link
    page = web("#show=cases")
    page.get_by_role("tab", name="Explore", exact=True).click()
    assumed_are(page, NEW_PATIENT)
    until(
        page, "(link) => location.hash === link", the_guide().evaluate(the_guide().assumed).link()
    )


def test_what_is_assumed_gives_way_to_what_is_chosen(web, tmp_path):
    guide = assuming(the_toy(), color="pale")
    page = web(file=written(tmp_path / "toy.html", guide, count=0))
    assumed_are(page, ["pale (assumed)"])
    choose(page, "How many feet are blue?", "both feet")
    until(page, "() => location.hash === '#spread=both_feet'")
    assumed_are(page, [])
    page.get_by_role("button", name="Reset").click()
    page.get_by_role("button", name="Compare").click()
    page.get_by_label("Another fact of B").select_option(label="spread")
    page.locator(".pp-switch").get_by_role("button", name="both feet").click()
    page.get_by_text("The profiles differ in: spread and color.").or_(
        page.get_by_text("The profiles differ in: spread, color.")
    ).wait_for()
    assert facts(page) == "#color=pale&view=compare&b.spread=both_feet"


def test_the_lists_can_be_skipped_and_the_view_that_is_on_is_said(facts_known):
    page = facts_known
    skip = page.get_by_role("button", name="Skip to the drawing")
    skip.focus()
    page.keyboard.press("Enter")
    until(page, "() => document.activeElement.closest('.pp-drawing') !== null")
    views = page.locator(".pp-views button")
    assert views.nth(0).get_attribute("aria-pressed") == "true"
    views.nth(1).click()
    until(
        page,
        "() => [...document.querySelectorAll('.pp-views button')].map(b => b.ariaPressed).join() "
        "=== [...document.querySelectorAll('.pp-views button')].map((_, i) => i === 1).join()",
    )


def test_a_card_that_comes_late_does_not_take_the_focus_back(facts_known):
    page = facts_known
    grade = page.get_by_label("Which grade?", exact=True)
    part(page, "treatment-prrt").click()
    grade.focus()
    page.locator(".pp-card h2").wait_for()
    assert grade.evaluate("select => select === document.activeElement")


def test_of_many_quick_changes_the_last_is_drawn_and_nothing_is_blank(facts_known):
    page = facts_known
    page.evaluate(
        """async () => {
          const select = [...document.querySelectorAll(".pp-control select")]
            .find((s) => s.closest(".pp-control").textContent.includes("Which grade?"));
          let blank = 0;
          const watch = new MutationObserver(() => {
            if (!document.querySelector(".pp-drawing svg:not(.pp-leaving)")) blank += 1;
          });
          watch.observe(document.querySelector(".pp-drawing"), { childList: true });
          for (let i = 0; i < 20; i += 1) {
            select.selectedIndex = 1 + (i % 3);
            select.dispatchEvent(new Event("change", { bubbles: true }));
            await new Promise((done) => setTimeout(done, 20));
          }
          globalThis.blanks = () => { watch.disconnect(); return blank; };
        }"""
    )
    wait_for(page, META | {"grade": "G2"})
    settled(page)
    assert page.evaluate("blanks()") == 0


def test_a_drawing_that_is_left_at_once_moves_nothing(facts_known):
    page = facts_known
    page.get_by_label("How far has it spread?", exact=True).evaluate(
        """async (list) => {
          list.selectedIndex = 1;
          list.dispatchEvent(new Event("change", { bubbles: true }));
          const all = [...document.querySelectorAll("button")];
          all.find((button) => button.textContent === "Landscape").click();
          for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
        }"""
    )
    page.locator(".pp-turned thead").wait_for()
    page.get_by_role("button", name="This pathway").click()
    wait_for(page, META | {"extent": "localized"})


def test_another_case_is_one_step(web):
    page = web("#show=cases&case=by_chance&scene=3")
    page.get_by_role("combobox", name="Case").select_option("years_later")
    cases = the_guide().cases
    page.get_by_role("heading", name=cases["years_later"].scenes[0].title).wait_for()
    page.go_back()
    page.get_by_role("heading", name=cases["by_chance"].scenes[2].title).wait_for()


def test_a_link_opens_what_it_says_and_says_what_it_does_not_understand(web):
    page = web("#grade=G2&extent=metastatic&extent=localised&colour=blue&view=map")
    wait_for(page, {"extent": "metastatic", "grade": "G2"})
    said = page.locator(".pp-page-said")
    assert '"extent=localised" is not a level of extent (localized' in said.inner_text()
    assert '"colour=blue" is not understood.' in said.inner_text()
    part(page, "treatment-interferon_alfa").wait_for()
    page = web("#liver=small&extent=localized")
    assert "cannot occur" in page.locator(".pp-page-said").inner_text()
    wait_for(page, {"liver": "small"})
    page = web("#show=cases&case=years_later&scene=3")
    title = the_guide().cases["years_later"].scenes[2].title
    page.get_by_role("heading", name=title).wait_for()
    page.get_by_role("button", name="Copy link").click()
    link = page.get_by_label("Link to what is shown")
    assert link.input_value().endswith("#show=cases&case=years_later&scene=3")


def test_what_differs_is_told_with_the_words_of_a_no_and_where_it_stands(web):
    a, b = {"extent": "localized", "grade": "G1"}, {"extent": "metastatic", "grade": "G3"}
    second = "&".join(f"b.{name}={level}" for name, level in b.items())
    page = web(f"{the_guide().evaluate(a).link()}&view=compare&{second}")
    row = page.locator(".pp-differences").get_by_role("row", name="Platinum + etoposide")
    row.wait_for()
    no = the_guide().evaluate(a).verdict("platinum_etoposide")
    assert [words(cell) for cell in row.get_by_role("cell").all()] == [
        f"\u2715 rather not {no.words}",
        "? depends",
        "grade",
        "Surgery; Chemotherapy; Therapies using medication",
    ]
    # An overview folds groups: one that differs as a whole, and one of which only members do.
    until(page, "() => document.querySelectorAll('.pp-side-a .pp-sign').length > 5")
    signs = page.locator(".pp-side-a .pp-sign").all_text_contents()
    assert {"\u2260", "\u2260 Everolimus + 1"} <= set(signs)


def test_many_profiles_are_drawn_as_python_says(web):
    page = web()
    draw = random.Random(5)
    levels = {n: [level.id for level in f.levels] for n, f in the_guide().factors.items()}
    drawn = 0
    while drawn < size(8, 120):
        share = draw.random()
        known = {n: draw.choice(ids) for n, ids in levels.items() if draw.random() < share}
        try:
            pathway = the_guide().evaluate(known)
        except ProfileError:
            continue
        drawn += 1
        page.evaluate("hash => { location.hash = hash; }", pathway.link())
        expected = [statuses(known), pathway.sentence]
        until(
            page,
            f"""([expected, sentence]) => {{ const drawn = ({DRAWN})();
            return Object.keys(expected).every(key => drawn[key] === expected[key])
              && document.querySelector(".pp-summary caption").textContent === sentence; }}""",
            expected,
        )


def test_on_a_phone_everything_can_be_read_and_touched(web):
    known = {"extent": "metastatic", "grade": "G2", "sstr": "positive"}
    known |= {"course": "first", "removed": "no"}
    page = web(the_guide().evaluate(known).link(), **PHONE)
    until(page, "() => document.querySelector('.pp-narrow svg .node')")
    wait_for(page, known)
    settled(page)
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(SMALLEST) >= 14
    assert page.evaluate(SMALL_TARGETS) == []
    page.get_by_role("button", name="All facts").tap()
    page.get_by_label("SSAs already given?", exact=True).select_option(label="yes")
    changed = part(page, "decision-extent").bounding_box()
    assert 0 <= changed["y"] < 300, "the drawing is seen over the sheet"
    page.get_by_role("button", name="Close the facts").tap()
    wait_for(page, known | {"prior_ssa": "yes"})
    part(page, "treatment-prrt").tap(position={"x": 20, "y": 12})
    page.locator(".pp-card").get_by_role("heading", name="PRRT").wait_for()
    card = page.locator(".pp-card").bounding_box()
    assert card["y"] + card["height"] <= 845
    assert violations(page) == []


CUT = """() => [...document.querySelectorAll("svg:not(.pp-leaving) g.node")].flatMap(g => {
  const box = g.querySelector('path, polygon').getBoundingClientRect();
  return [...g.querySelectorAll('text')].filter(t => {
    const r = t.getBoundingClientRect();
    return r.left < box.left - 1 || r.right > box.right + 1;
  }).map(t => t.textContent);
})"""
TYPE = """() => Math.min(...[...document.querySelectorAll('.pp-drawing svg:not(.pp-leaving) text')]
  .map(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a))"""


def test_the_column_is_never_cut_and_its_type_large_enough(web):
    page = web(**PHONE)
    for case in list(the_guide().cases.values())[: size(2, 99)]:
        for scene in case.scenes:
            page.evaluate(
                "hash => { location.hash = hash; }", the_guide().evaluate(scene.profile).link()
            )
            wait_for(page, scene.profile)
            settled(page)
            assert page.evaluate(CUT) == [], scene.title
            assert page.evaluate(TYPE) >= 14, scene.title


@pytest.mark.parametrize(
    ("width", "scheme"), some([(1366, "dark"), (1366, "light"), (820, "dark"), (820, "light")], 2)
)
def test_axe_finds_nothing_in_any_part(web, width, scheme):
    page = web(width=width, height=1180, scheme=scheme)
    for name in ("Explore", "Cases", "Stage", "Quiz"):
        page.get_by_role("tab", name=name, exact=True).click()
        assert violations(page) == [], name
        assert page.evaluate(SIDEWAYS) <= 0, name


@pytest.mark.parametrize("address", some(["#show=stage", "#show=cases", ""], 2))
def test_paper_has_the_drawing_and_no_controls(web, address):
    page = web(address)
    page.locator("svg:not(.pp-leaving) .node").first.wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not [
        c for c in page.locator("button:not(.pp-lines button), select").all() if c.is_visible()
    ]
    shown = [svg for svg in page.locator("svg:not(.pp-leaving)").all() if svg.is_visible()]
    case = next(iter(the_guide().cases.values()))
    assert len(shown) == (len(case.scenes) if address else 1)
    assert page.get_by_text("Not medical advice.").last.is_visible()
    assert page.locator("header h1").is_hidden(), "the hand-out has a heading of its own"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".pp-handout").count() == 0


def test_the_policy_lets_nothing_else_run(web):
    page = web(quiet=False)  # the console tells what was refused
    page.evaluate(
        """async () => {
          globalThis.refused = [];
          addEventListener("securitypolicyviolation", (e) => refused.push(e.effectiveDirective));
          const add = (tag, attributes) =>
            document.body.append(Object.assign(document.createElement(tag), attributes));
          add("script", { textContent: "globalThis.broken = 1" });
          add("img", { src: "https://example.org/x.png" });
          add("iframe", { srcdoc: "<script>parent.broken = 1</script>" });
          await fetch("https://example.org").catch(() => {});
        }"""
    )
    until(page, "() => refused.length >= 3")
    assert page.evaluate("globalThis.broken") is None


def test_another_guide_without_questions_and_some_cases(web, toy_guide, tmp_path):
    file = written(
        tmp_path / "toy.html", toy_guide, count=0, title="Socks", note="Read <b>this</b>"
    )
    page = web(file=file)
    page.get_by_role("heading", name="Socks").wait_for()
    assert page.locator(".pp-page-note").inner_text() == "Read <b>this</b>"
    assert page.get_by_role("tab", name="Quiz", exact=True).count() == 0
    page.locator(".pp-drawing svg .node").first.wait_for()
