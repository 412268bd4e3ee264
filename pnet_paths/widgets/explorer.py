"""The explorer: controls, the flowchart they redraw, and the same in words.

Its ``profile`` is the one state; everything visible follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ipywidgets
import traitlets

from ..api import Guide, load_guide
from ..errors import ProfileError
from ..guide.assumptions import reconcile, unchanged_assumptions
from ..guide.sentences import join_words
from ..pages import page
from ..sources.equivalents import partners, rows_joining
from ..sources.patterns import PATTERNS
from ..sources.translation import Translation, left_behind, translate
from ..tables.folder import folder_of, packaged_folder
from .cell_output import CellOutput
from .closing import close_with_parts
from .controls import Controls
from .debounce import Debounce
from .flowchart import VIEWS, Flowchart
from .followed_folder import FollowedFolder
from .profile_state import ProfileState

__all__ = ["Explorer", "explore"]

_HIDDEN = {"display": "none"}


def explore(
    guide: Guide | str | Path | None = None, profile: Mapping[str, str | None] | None = None
) -> Explorer:
    """The explorer of a guide, to be shown in a notebook.

    Args:
        guide: a `Guide`, the name of a packaged one, a folder, or None for the first. With a folder
            the explorer shows what a check finds in it, and follows its tables as they are saved.
        profile: the facts to begin with, no others; if it is left out, those that the guide
            assumes (`Guide.assumed`), which give way to what is chosen.

    Raises:
        GuideError: the folder's tables cannot be used.
        ProfileError: an unknown factor or level, or a combination that cannot occur.
    """
    if isinstance(guide, Guide):
        return Explorer(guide, profile)
    folder = None if guide is None else folder_of(guide)
    is_packaged = folder is None or folder.parent == packaged_folder().parent
    loaded = load_guide(guide)
    choices = [loaded, *map(load_guide, partners(loaded))] if is_packaged else []
    return Explorer(loaded, profile, None if is_packaged else folder, choices)


class Explorer(ProfileState, CellOutput, ipywidgets.VBox):
    """Controls made from a guide's factors, and the flowchart that follows them.

    ``profile`` (levels by factor) can be read, set and observed from another cell; setting one
    that cannot occur raises ProfileError and leaves the old one. ``view`` is ``"path"``, ``"map"``,
    ``"compare"`` (``other.profile`` is the second profile), ``"landscape"`` or, where there are
    several guides, ``"sources"``: what each says for the same facts. ``assumed`` names the factors
    whose facts are assumed: those that the guide assumes, until they are changed. ``pathway`` is
    what is shown, ``controls`` the drop-down lists by factor, ``flowchart`` the drawing;
    ``guides`` is the drop-down list of guides, and ``left_behind`` says which facts did not go
    along; both are None where there is one alone.
    """

    view = traitlets.Enum(VIEWS, VIEWS[0])
    controls: Controls
    flowchart: Flowchart

    def __init__(
        self,
        guide: Guide,
        profile: Mapping[str, str | None] | None = None,
        folder: Path | None = None,
        choices: Sequence[Guide] = (),
    ) -> None:
        self._debounced_preview = Debounce(self.update_preview)
        self._followed = () if folder is None else (FollowedFolder(folder, guide, self.set_guide),)
        self.assumed = frozenset(guide.assumed if profile is None else ())
        self._to_assume: frozenset[str] | None = None
        first = guide.assumed if profile is None else profile
        super().__init__(guide, profile=guide.evaluate(first).profile)
        self.add_class("pnet-paths")
        self._choices = choices
        self.guides = self._guide_list(choices) if len(choices) > 1 else None
        self.left_behind = ipywidgets.Label(layout=_HIDDEN) if self.guides else None
        self._choosing = (self.guides, self.left_behind) if self.guides else ()
        self._build()
        self.observe(self._on_profile, "profile")
        self.observe(lambda change: setattr(self.flowchart, "view", change["new"]), "view")

    @traitlets.validate("view")
    def _validate_view(self, proposal: Any) -> str:
        view: str = proposal["value"]
        if view == "sources" and not self.flowchart.sources:
            raise traitlets.TraitError(
                "this explorer has no other guide to compare with: begin it with explore() or the "
                "name of a packaged guide"
            )
        return view

    def _build(self) -> None:
        """Make the parts that show the guide."""
        pathway = self.pathway
        self.controls = Controls(self.guide, self._choose)
        self.controls.show(pathway.profile, self.assumed)
        self.flowchart = chart = Flowchart(
            pathway,
            tuple(self.controls.values()),
            self._choices if self.guide in self._choices else (),
        )
        chart.assumed = self._assumed_places
        self.other = ProfileState(self.guide, profile=self.profile)
        if self.view == "sources" and not chart.sources:
            self.view = "path"
        chart.view = self.view
        chart.observe(lambda change: setattr(self, "view", change["new"]), "view")
        chart.observe(lambda _: self._on_page_change(), ["codes", "assumed"])
        chart.observe(lambda change: self.other.set_codes(change["new"]), "other")
        self.other.observe(lambda _: setattr(chart, "other", self.other.codes), "profile")
        self.children = (*self._followed, *self._choosing, chart)

    def _guide_list(self, choices: Sequence[Guide]) -> ipywidgets.Dropdown:
        """The guides to choose from; facts go along in the words of the chosen one."""
        options = [(guide.short_title, guide) for guide in choices]
        made = ipywidgets.Dropdown(options=options, value=self.guide, description="Guide")

        def choose(change: Any) -> None:
            rows = rows_joining([change["old"], change["new"]])
            chosen = [name for name in self.profile if name not in self.assumed]
            labels = {name: change["old"].factors[name].label for name in chosen}
            made = translate(self.profile, change["old"], change["new"], rows)
            self.set_guide(change["new"], made.facts)
            self._tell_left_behind(labels, made)

        made.observe(choose, "value")
        return made

    def _tell_left_behind(self, labels: Mapping[str, str], made: Translation) -> None:
        """Say below the list which chosen facts did not go along, by their labels."""
        assert self.left_behind is not None  # it stands below the list
        names = [labels[name] for name in left_behind(labels, made)]
        self.left_behind.layout.display = None if names else _HIDDEN["display"]
        self.left_behind.value = ""
        if names:
            self.left_behind.value = PATTERNS["left_behind"].format(
                source=self.guide.short_title, labels=join_words(names)
            )

    def set_guide(self, guide: Guide, facts: Mapping[str, str] | None = None) -> None:
        """Show another guide instead, with some facts; without them with those that it has too.

        If only assumed facts were there, the facts that the other guide assumes take their place.
        """
        possible: dict[str, str | None] = {}
        wanted = self.profile if facts is None else facts
        is_untouched = self.assumed == self.profile.keys() == self.guide.assumed.keys()
        for name, level in (guide.assumed if is_untouched else wanted).items():
            try:
                guide.profile({**possible, name: level})
            except ProfileError:
                continue
            possible[name] = level
        names = guide.assumed if is_untouched else self.assumed
        assumed = [name for name in names if guide.assumed.get(name) == possible.get(name)]
        old_parts = [self.flowchart, *self.controls.values()]
        self.guide = guide
        with self._assuming(assumed), self.hold_trait_notifications():
            self.profile = possible
            self._build()
        for part in old_parts:
            close_with_parts(part)

    def close(self) -> None:
        """Close the explorer and all parts of it, and follow its tables no longer."""
        for part in (*self._followed, *self._choosing, self.flowchart, *self.controls.values()):
            close_with_parts(part)
        super().close()

    def save_page(self, path: str | Path, **options: Any) -> Path:
        """Write the guide as one HTML file that needs no Python; see `pnet_paths.page`."""
        return page(path, self.guide, **options)

    def preview(self) -> dict[str, Any]:
        """The last drawing, for readers who open the notebook without Python."""
        image = self.pathway._repr_mimebundle_().get("text/html", "")
        return {"title": "", "texts": [], "image": image}

    def __repr__(self) -> str:
        return f"Explorer({self.guide!r}, {dict(self.profile)})"

    # -- what is assumed --------------------------------------------------------------------

    def _choose(self, factor: str, level: str | None) -> None:
        assumed = self.assumed - {factor}
        chosen = {name: each for name, each in self.profile.items() if name != factor}
        if level is not None:
            chosen[factor] = level
        facts = reconcile(self.guide.space, chosen, assumed)
        try:
            with self._assuming(assumed & facts.keys()):
                self.profile = facts
        except ProfileError:  # a closed level: the page says why it is closed
            self.controls.show(self.guide.profile(self.profile), self.assumed)

    def _on_page_change(self) -> None:
        names = tuple(self.guide.factors)
        with self._assuming(names[place] for place in self.flowchart.assumed):
            self.set_codes(self.flowchart.codes)

    @contextmanager
    def _assuming(self, names: Iterable[str]) -> Iterator[None]:
        """Within this context, mark these facts of a new profile as assumed.

        Outside it a new profile keeps the assumed facts that it does not change.
        """
        outer, self._to_assume = self._to_assume, frozenset(names)
        try:
            yield
            if self.assumed != self._to_assume:
                self.assumed = self._to_assume
                self._update_parts()
        finally:
            self._to_assume = outer

    def _on_profile(self, change: Any) -> None:
        if self._to_assume is None:
            self.assumed = unchanged_assumptions(self.assumed, change["old"], change["new"])
        else:
            self.assumed = self._to_assume
        self._update_parts()
        self._debounced_preview.call()

    def _update_parts(self) -> None:
        self.controls.show(self.guide.profile(self.profile), self.assumed)
        with self.flowchart.hold_trait_notifications():
            self.flowchart.codes = self.codes
            self.flowchart.assumed = self._assumed_places

    @property
    def _assumed_places(self) -> list[int]:
        return [place for place, name in enumerate(self.guide.factors) if name in self.assumed]
