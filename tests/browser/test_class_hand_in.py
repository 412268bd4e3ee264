"""What a real page saves is what the results of a class are counted from."""

from __future__ import annotations

from acts import violations
from test_answers_kept import give, go_on, key, saved

import pnet_paths


def test_a_file_that_a_page_saved_is_a_hand_in(web, page_file, tmp_path):
    page = web("#show=cases&case=years_later&scene=2")
    page.get_by_role("tab", name="Quiz").click()
    wrong = (key(page_file) + 1) % 4
    give(page, wrong, "sure")
    go_on(page)
    give(page, key(page_file, 1), "fairly_sure")
    go_on(page)
    give(page, key(page_file), "guessing")
    page.get_by_label("Name in the file").fill("Änne")
    folder = tmp_path / "handed in"
    folder.mkdir()
    content, _ = saved(page, folder / "answers.json")
    first, second, _ = [each["question_id"] for each in content["answers"]]
    drawn_to = content["answers"][0]["chosen"]
    results = pnet_paths.class_results(folder, page_file)
    assert (results.students, results.skipped) == (1, ())
    columns = results.answers[["name", "question_id", "attempt", "right", "sure"]]
    assert [tuple(row) for row in columns.itertuples(index=False)] == [
        ("Änne", first, 1, False, "sure"),
        ("Änne", second, 1, True, "fairly_sure"),
        ("Änne", first, 2, True, "guessing"),
    ]
    questions = results.questions[["right", "wrong_choice"]]
    assert questions.loc[first].to_list() == [0, drawn_to]
    assert questions.loc[second].to_list() == [1, ""]
    seen = results.scenes.set_index(["case", "scene"])["seen_by"]
    assert seen["Years later, in the liver", 2] == 1
    assert seen.sum() == 1
    (sentence,) = results.talk_about()
    assert "1 of 1 first answer was wrong, 1 of them sure" in sentence
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    other = web("#show=explore")
    other.locator("summary[aria-label=More]").click()
    with other.expect_file_chooser() as chooser:
        other.get_by_role("button", name="Class results").click()
    chooser.value.set_files(list(folder.iterdir()))
    shown = other.get_by_role("region", name="Class results")
    shown.get_by_text("1 hand-in counts.").wait_for()
    assert shown.get_by_text(sentence).is_visible()
    assert shown.get_by_text("photo.jpg: not a file of answers").is_visible()
    assert shown.locator("tbody tr").count() == 2
    unfolded = shown.locator("tbody details").first
    assert unfolded.locator("summary").inner_text() in results.questions["short"].to_list()
    unfolded.locator("summary").click()
    assert any(text in unfolded.inner_text() for text in results.questions["question"])
    assert violations(other) == []
    shown.get_by_role("button", name="Close").click()
    assert shown.count() == 0
