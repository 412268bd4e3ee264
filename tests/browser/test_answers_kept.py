"""What a page keeps of a reader: in two tabs, of two pages, after a reload, in the saved file."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from packaged import the_guide

from pnet_paths import ask
from pnet_paths import page as written
from pnet_paths.pages import page_questions
from pnet_paths.teach import DIFFICULTIES, KINDS

WRONG = "Not this one; it comes back at the end of this round."


@pytest.fixture(scope="module")
def other_page(tmp_path_factory):
    """A page of the same guide with other questions, beside the first one."""
    return written(tmp_path_factory.mktemp("week") / "2.html", the_guide(), count=2, seed=12)


def asked(file):
    """The questions of a page, from easy to hard."""
    return sorted(page_questions(file).values(), key=lambda each: each["considered"])


def key(file, number=0):
    """The place of the right answer to a question."""
    choices = asked(file)[number]["choices"]
    return next(place for place, choice in enumerate(choices) if choice["right"])


def give(page, place, sure="guessing"):
    page.get_by_role("radio").nth(place).check()
    page.locator(f".pp-sure [data-sure={sure}]").click()
    page.locator(".pp-quiz .mod-primary").click()
    page.locator(".pp-told-why li").first.wait_for()


def go_on(page):
    page.locator(".pp-quiz .mod-primary").click()


def says(page, text):
    page.locator(".pp-kept").get_by_text(re.compile(text)).first.wait_for()


def saved(page, path):
    """The file that the page saves, and its suggested name."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers").click()
    download.value.save_as(path)
    return json.loads(path.read_text(encoding="utf-8")), download.value.suggested_filename


def forget(page, name="Forget them"):
    page.get_by_role("button", name=name).click()
    page.get_by_role("button", name="Really forget them?").click()


def test_two_tabs_lose_no_answer_and_forget_together(web, page_file, tmp_path):
    first = web("#show=quiz")
    second = web("#show=quiz", beside=first)
    give(first, key(page_file))
    says(second, "Kept in this browser alone: 1 answer,")
    go_on(first)
    give(second, key(page_file), "sure")
    give(first, key(page_file, 1), "fairly_sure")
    for tab in (first, second):
        says(tab, "3 answers,")
    content, _ = saved(second, tmp_path / "a.json")
    assert [each["sure"] for each in content["answers"]] == ["guessing", "sure", "fairly_sure"]
    forget(first)
    says(second, "Kept in this browser alone: 0 answers")
    go_on(second)
    give(second, key(page_file, 1))
    says(first, "Kept in this browser alone: 1 answer,")
    assert len(saved(first, tmp_path / "b.json")[0]["answers"]) == 1


def test_a_tab_that_was_asleep_brings_nothing_back(web, page_file):
    """It has not heard that another tab has forgotten everything."""
    page = web("#show=quiz")
    give(page, key(page_file))
    go_on(page)
    page.evaluate("localStorage.clear()")  # no tab hears of its own changes
    give(page, key(page_file, 1))
    says(page, "Kept in this browser alone: 1 answer,")


def test_two_pages_keep_their_answers_apart_and_all_can_be_forgotten(
    web, page_file, other_page, tmp_path
):
    first = web("#show=quiz")
    give(first, key(page_file))
    first.evaluate("localStorage.setItem('pnet-paths 0123456789ab', '{\"answers\": [1]}')")
    first.evaluate("localStorage.setItem('pnet-paths answer x', 'spoilt')")
    first.evaluate("localStorage.setItem('another program', '1')")
    second = web("#show=quiz", file=other_page, beside=first)
    second.get_by_role("heading", name="Question 1 of 2").wait_for()
    says(second, "0 answers")
    says(second, "by another page, or by an older version: 3 entries")
    give(second, key(other_page), "sure")
    content, _ = saved(second, tmp_path / "b.json")
    assert [each["question_id"] for each in content["answers"]] == [asked(other_page)[0]["id"]]
    forget(second)
    says(first, "1 answer,")
    forget(second, "Forget those too")
    says(first, "0 answers")
    assert second.get_by_text("by another page").is_hidden()
    assert second.evaluate("Object.keys(localStorage)") == ["another program"]


@pytest.mark.parametrize("level", ["", "easy"])
def test_what_was_shown_and_what_will_come_back_survive_a_reload(web, page_file, level):
    page = web("#show=quiz")
    if level:
        page.get_by_label("Level").select_option(level)
    count = "1" if level else "2"
    kinds = DIFFICULTIES[level] if level else KINDS
    first = next(n for n, each in enumerate(asked(page_file)) if each["kind"] in kinds)
    give(page, (key(page_file, first) + 1) % 4, "fairly_sure")
    page.get_by_text(WRONG).wait_for()
    shown = page.locator(".pp-told-why").inner_text()
    page.reload()
    page.locator(".pp-quiz .pp-drawing svg").wait_for()
    assert page.locator(".pp-told-why").inner_text() == shown
    assert page.get_by_role("heading", name=f"Question 1 of {count}").is_visible()
    assert page.get_by_role("radio").nth((key(page_file, first) + 1) % 4).is_checked()
    assert page.get_by_label("Level").input_value() == level
    go_on(page)
    if not level:
        page.get_by_role("heading", name="Question 2 of 2").wait_for()
        give(page, key(page_file, 1))
        page.reload()
        page.get_by_text("Right.").wait_for()
        go_on(page)
    page.get_by_role("heading", name="Once more").wait_for()
    give(page, key(page_file, first))
    page.reload()
    go_on(page)
    page.get_by_role("heading", name="That was all of them").wait_for()


def test_a_page_translated_by_the_browser_keeps_what_was_meant(web, page_file, tmp_path):
    page = web("#show=quiz")
    translate = """() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode())
        if (texts.currentNode.data.trim()) texts.currentNode.data = "geraten";
    }"""
    page.evaluate(translate)
    give(page, key(page_file), "fairly_sure")
    page.evaluate(translate)
    with page.expect_download() as download:
        page.locator(".pp-kept button").first.click()
    download.value.save_as(tmp_path / "a.json")
    assert "geraten" not in (tmp_path / "a.json").read_text(encoding="utf-8")
    assert ask(level="easy", count=1).read(tmp_path / "a.json").results["sure"][0] == "fairly_sure"
    for _ in range(2):
        page.evaluate(translate)
        page.locator(".pp-kept button").nth(1).click()
    says(page, "0 answers")


def test_the_saved_file_has_an_id_the_local_date_and_a_name_only_where_one_was_written(
    web, page_file, tmp_path
):
    hours = 14 if datetime.now(UTC).hour >= 11 else -11  # where it is another day
    zone = "Pacific/Kiritimati" if hours == 14 else "Pacific/Pago_Pago"
    page = web("#show=quiz", timezone_id=zone)
    page.get_by_role("button", name="Save my answers").click()
    says(page, "There is nothing to save yet")
    give(page, key(page_file))
    today = datetime.now(timezone(timedelta(hours=hours))).date().isoformat()
    content, name = saved(page, tmp_path / "a.json")
    assert content["saved"].startswith(today)
    assert name == f"answers-{content['id']}-{today}.json"
    assert "name" not in content
    page.get_by_label("Name in the file").fill(" Änne / O'Hara ")
    again, name = saved(page, tmp_path / "b.json")
    assert name == f"answers-Änne-O-Hara-{today}.json"
    assert again == content | {"name": "Änne / O'Hara", "saved": again["saved"]}
    quiz = ask(level="easy", count=1).read(tmp_path / "b.json", tmp_path / "a.json", page=page_file)
    row = quiz.results.iloc[0]
    assert (row["file"], row["name"]) == (str(tmp_path / "b.json"), "Änne / O'Hara")
    assert row["right"]
    assert len(quiz.results) == len(quiz.skipped) == 1


def test_where_the_browser_keeps_nothing_the_page_says_so(web, page_file, tmp_path):
    page = web("#show=quiz")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    give(page, key(page_file))
    says(page, "Kept until this page is closed: 1 answer,")
    assert len(saved(page, tmp_path / "a.json")[0]["answers"]) == 1
    forget(page)
    says(page, "0 answers")
