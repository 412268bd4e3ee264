"""`Guide` and `Pathway` as users meet them: the values, and everything that can be asked of them.

This is the one file that knows every layer below the widgets; it computes nothing itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from .arguments import brief, to_text
from .drawing.formats import Drawable, format_named, format_of
from .errors import PnetPathsError
from .guide.guide import GuideValue
from .guide.pathway import PathwayValue
from .output import OutputFile
from .progress_bar import progress_bar

if TYPE_CHECKING:
    from .check import Findings
    from .cohort import Cohort
    from .diff.diff import Diff
    from .drawing.theme import View
    from .evidence.treatment_evidence import TreatmentEvidence
    from .explain import Comparison, Landscape, Settles, WhatIf, Why, WhyNot

__all__ = ["Guide", "Pathway", "load_guide"]


def load_guide(path: str | Path | None = None) -> Guide:
    """The guide in a folder, or the packaged one of that name; without ``path`` the first one.

    Raises:
        GuideError: everything that is wrong with its tables, one line each.

    >>> load_guide()
    Guide('Neuroendocrine Tumor of the Pancreas: Types of Treatment')
    >>> load_guide("example-toy")
    Guide('Bluefoot in penguins')
    """
    return Guide.load(path)


class Guide(GuideValue):
    """A treatment guide: an immutable value made from its tables.

    >>> guide = load_guide()
    >>> guide.evaluate({"extent": "metastatic", "grade": "G2"}).status["prrt"]
    'depends'
    """

    def evaluate(self, profile: Mapping[str, str | None] | None = None) -> Pathway:
        """The guide seen with one profile: the status of every treatment, exactly.

        Raises:
            ProfileError: an unknown factor or level, or a combination that cannot occur.

        >>> known = {"extent": "localized", "site": "tail", "course": "first", "removed": "no"}
        >>> pathway = load_guide().evaluate(known)
        >>> pathway.status["distal_pancreatectomy"], pathway.depends_on["distal_pancreatectomy"]
        ('depends', frozenset({'resectability'}))
        """
        return Pathway.of(self, profile)

    def cohort(self, profiles: Any, *, threshold: int = 5, note: str | None = None) -> Cohort:
        """Count what the guide says of a table of profiles: statuses, arrows, unknown facts.

        Args:
            profiles: a DataFrame of pandas or Dask, as for `evaluate_frame`. One of Dask is
                computed in one pass; only counts leave its partitions.
            threshold: counts below it, but 0, are hidden; 1 hides nothing.
            note: what is said of the cohort wherever it is shown; ``profiles.attrs["note"]`` if
                left out.

        Raises:
            ProfileError: a column that is no factor or a cell that is none of its levels.

        >>> import pnet_paths
        >>> found = load_guide().cohort(pnet_paths.invented_cohort())
        >>> found, int(found.statuses.loc["clinical_trial", "option"])
        (Cohort(500 profiles), 500)
        """
        from .cohort import cohort

        return cohort(self, profiles, threshold, note)

    def compare(
        self, a: Pathway | Mapping[str, str | None], b: Pathway | Mapping[str, str | None]
    ) -> Comparison:
        """What differs between two profiles (or pathways), and which facts make each difference.

        Raises:
            ProfileError: an unknown factor or level, or a combination that cannot occur.
        """
        from .explain import compare

        sides = [self.evaluate(s.profile if isinstance(s, Pathway) else s) for s in (a, b)]
        return compare(self, *sides)

    def landscape(self) -> Landscape:
        """What each treatment depends on, and in what share of the profiles it is offered.

        >>> found = load_guide().landscape()
        >>> float(found.to_frame().loc["prrt", ("sstr", "negative")])
        0.0
        """
        from .explain import landscape

        with progress_bar("Counting profiles"):
            return landscape(self)

    def check(self) -> Findings:
        """What a careful colleague would find in the tables, each with the profile that shows it.

        >>> {found.code for found in load_guide().check()} >= {"gap", "contradiction"}
        True
        """
        from .check import check

        return check(self)

    def to_bundle(self) -> dict[str, Any]:
        """The guide as one document of plain values for JSON, as the front end takes it.

        >>> load_guide().to_bundle()["format"]
        'pnet_paths guide'
        """
        from .bundle.document import document

        return document(self).to_json()

    def diff(self, other: Guide) -> Diff:
        """What differs from another guide: rows, and for which profiles what is told.

        Raises:
            PnetPathsError: ``other`` is not a guide.
        """
        from .diff.diff import diff

        if not isinstance(other, GuideValue):
            raise PnetPathsError(f"{brief(other)} is not a guide; read one with load_guide")
        return diff(self, other)


class Pathway(PathwayValue, Drawable):
    """The status of every treatment for one profile, and how the flowchart runs.

    ``status``, ``possible``, ``depends_on`` and ``basis`` (``"stated"``, ``"inferred"``, or ``""``
    where nothing is named) hold one entry a treatment, by id.
    """

    guide: Guide

    def link(self, base: str = "") -> str:
        """The address of this profile in a page that `pnet_paths.page` has written.

        Args:
            base: where the page is found, such as ``"https://example.org/pnet.html"``.

        >>> load_guide().evaluate({"extent": "metastatic", "grade": "G2"}).link("pnet.html")
        'pnet.html#grade=G2&extent=metastatic'
        """
        known = [(n, self.profile[n]) for n in self.guide.factors if n in self.profile]
        nothing = ("assume", "nothing") if self.guide.assumed else ("show", "explore")
        return f"{to_text(base, 'base')}#{urlencode(known or [nothing])}"

    # -- explained --------------------------------------------------------------------------

    def why(self, treatment: str) -> Why:
        """The rows that decide a treatment's status, each condition beside the profile's level.

        Raises:
            PnetPathsError: the guide has no such treatment.
        """
        from .explain import why

        return why(self.guide, self.profile, treatment)

    def why_not(self, treatment: str) -> WhyNot:
        """All smallest sets of conditions that keep a treatment from being offered.

        Raises:
            PnetPathsError: the guide has no such treatment.
        """
        from .explain import why_not

        with progress_bar("Looking for conditions"):
            return why_not(self.guide, self.profile, treatment)

    def settles(self) -> Settles:
        """What to find out next: the unknown facts, by how many open treatments they settle."""
        from .explain import settles

        with progress_bar("Looking for what settles most"):
            return settles(self.guide, self.profile)

    def what_if(self, treatment: str | None = None) -> WhatIf:
        """The changes of one fact or two after which something else (or this one) is offered.

        Raises:
            PnetPathsError: the guide has no such treatment.
        """
        from .explain import what_if

        with progress_bar("Looking for changes"):
            return what_if(self.guide, self.profile, treatment)

    def evidence(self, treatment: str) -> TreatmentEvidence:
        """Which trials stand behind a treatment, in whom, and what was recommended since.

        Raises:
            PnetPathsError: the guide has no such treatment.

        >>> found = load_guide().evaluate({"grade": "G2"}).evidence("everolimus")
        >>> found.trials[0].trial.name, found.to_frame().loc["radiant3_pfs", "ratio"]
        ('RADIANT-3', 'HR 0.35 (0.27 to 0.45)')
        """
        from .evidence.treatment_evidence import treatment_evidence

        return treatment_evidence(self, treatment)

    # -- as a picture -----------------------------------------------------------------------

    def to_dot(self, view: View = "path", differs: Collection[str] = ()) -> str:
        """The flowchart as Graphviz source; the treatments that differ from another are marked."""
        from .drawing.picture import dot

        return dot(self, view, differs)

    def to_svg(self, view: View = "path", differs: Collection[str] = ()) -> str:
        """The flowchart as SVG text, readable on its own, with a title and a description.

        Raises:
            RenderError: no Graphviz can be found; the error holds the DOT source.
        """
        from .drawing.picture import svg

        return svg(self, view, differs)

    def to_png(self, view: View = "path") -> bytes:
        """The flowchart as a PNG picture of about 3,000 pixels width.

        Raises:
            RenderError: no Graphviz can be found; the error holds the DOT source.
        """
        return self.to_bytes("png", view)

    def to_pdf(self, view: View = "path") -> bytes:
        """The flowchart as a PDF page of its own size.

        Raises:
            RenderError: no Graphviz can be found; the error holds the DOT source.
        """
        return self.to_bytes("pdf", view)

    def save(self, path: str | Path, view: View = "path") -> Path:
        """Write the pathway to ``path``; its ending says as what.

        The flowchart as ``.svg``, ``.png``, ``.pdf`` or ``.dot``, the outline as ``.txt``, what
        `to_dict` returns as ``.json``.

        Raises:
            PnetPathsError: another ending.
            RenderError: no Graphviz can be found.
            OSError: it cannot be written; a file that was there is there still.
        """
        file = OutputFile(path)
        return file.write(self.to_bytes(format_of(file.path).name, view))

    def to_bytes(self, format: str, view: View = "path") -> bytes:
        """What a file of this format (svg, png, pdf, dot, text, json) would contain.

        Raises:
            PnetPathsError: there is no such format.
            RenderError: no Graphviz can be found; the error holds the DOT source.
        """
        with progress_bar("Describing the pathway"):
            return format_named(format).content(self, view)
