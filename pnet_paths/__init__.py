"""See how treatment of a pancreatic neuroendocrine tumor unfolds: education, not medical advice.

>>> import pnet_paths
>>> guide = pnet_paths.load_guide()
>>> known = {"extent": "metastatic", "grade": "G2", "course": "first", "removed": "no"}
>>> guide.evaluate(known).status["ssa"]
'option'
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # importing typing takes longer than all else before `__main__`
if TYPE_CHECKING:
    from typing import Any

    from .api import Guide, Pathway, load_guide
    from .banks import save_questions
    from .classroom import ClassResults, class_results
    from .cohort.invented import invented_cohort
    from .errors import GuideError, PnetPathsError, ProfileError, RenderError
    from .guide.profile import Profile
    from .pages.page import page
    from .sources import SourceComparison, compare_sources
    from .widgets import CasePlayer, Explorer, Quiz, Stage, ask, explore, play, present

__all__ = [
    "CasePlayer",
    "ClassResults",
    "Explorer",
    "Guide",
    "GuideError",
    "Pathway",
    "PnetPathsError",
    "Profile",
    "ProfileError",
    "Quiz",
    "RenderError",
    "SourceComparison",
    "Stage",
    "ask",
    "class_results",
    "compare_sources",
    "explore",
    "invented_cohort",
    "load_guide",
    "page",
    "play",
    "present",
    "save_questions",
]

_HOMES = {
    "api": ("Guide", "Pathway", "load_guide"),
    "banks": ("save_questions",),
    "classroom": ("ClassResults", "class_results"),
    "cohort.invented": ("invented_cohort",),
    "errors": ("GuideError", "PnetPathsError", "ProfileError", "RenderError"),
    "guide.profile": ("Profile",),
    "pages.page": ("page",),
    "sources": ("SourceComparison", "compare_sources"),
    "widgets": ("CasePlayer", "Explorer", "Quiz", "Stage", "ask", "explore", "play", "present"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used: widgets and tables take their time."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*globals(), *__all__]
