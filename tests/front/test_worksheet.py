"""The drawing of a hand-out: blank it says nothing of the answers, with key it says them."""

from __future__ import annotations

from packaged import the_guide, the_toy
from sizes import size
from v8 import Core, pathways, random_profiles

BLANK = "(guide, codes) => worksheet(new Pathway(guide, codes), false)"
ALIKE = """(guide, codes) => {
  const pathway = new Pathway(guide, codes);
  const other = new Pathway(guide, codes);
  other.status = () => "usual";
  for (const way of other.arrows.values()) Object.assign(way, {state: "taken", inferred: true});
  for (const decision of other.decisions.values()) decision.state = "off";
  return worksheet(pathway, false) === worksheet(other, false);
}"""
KEY = "(guide, codes) => worksheet(new Pathway(guide, codes), true)"
MODULES = [("pathway", "Pathway"), ("worksheet", "worksheet")]


def test_nothing_in_a_blank_drawing_depends_on_the_answers():
    for guide in (the_guide(), the_toy()):
        core = Core(guide, *MODULES)
        some = list(pathways(guide, random_profiles(guide, size(40, 2_000), 3)))
        codes = [guide.space.codes(each.profile) for each in some]
        assert core.ask(ALIKE, codes) == [True] * len(codes)


def test_a_box_has_the_status_of_its_group_with_key_and_room_for_it_without():
    guide = the_guide()
    core = Core(guide, *MODULES)
    scenes = [scene for case in guide.cases.values() for scene in case.scenes]
    codes = [guide.space.codes(scene.profile) for scene in scenes]
    groups = [each for each in guide.groups if each.id not in guide.network.services]
    blanks, keys = core.ask(BLANK, codes), core.ask(KEY, codes)
    for scene, blank, key in zip(scenes, blanks, keys, strict=True):
        pathway = guide.evaluate(scene.profile)
        for group in groups:
            line = next(line for line in key.splitlines() if f"\t{group.id} [" in line)
            status = pathway.status[group.id]
            sign = status.symbol if status == "not_named" else f"{status.symbol} {status.word}"
            sign += "†" * pathway.verdict(group.id).inferred
            assert f">{sign}</FONT>" in line, (scene.title, group.id)
            assert f"class={status} " in line
            empty = next(line for line in blank.splitlines() if f"\t{group.id} [" in line)
            assert ">&#160;</TD>" in empty
