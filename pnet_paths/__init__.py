"""See how treatment of a pancreatic neuroendocrine tumor unfolds: education, not medical advice.

>>> import pnet_paths
>>> guide = pnet_paths.load_guide()
>>> guide.evaluate({"extent": "metastatic", "grade": "G2"}).status["ssa"]
'option'
"""

from .api import Guide, Pathway, load_guide
from .errors import GuideError, PnetPathsError, ProfileError, RenderError
from .guide.profile import Profile
from .widgets import CasePlayer, Explorer, Quiz, Stage, ask, explore, play, present

__all__ = [
    "CasePlayer",
    "Explorer",
    "Guide",
    "GuideError",
    "Pathway",
    "PnetPathsError",
    "Profile",
    "ProfileError",
    "Quiz",
    "RenderError",
    "Stage",
    "ask",
    "explore",
    "load_guide",
    "play",
    "present",
]
