"""What is clicked in a notebook: ipywidgets made from a guide's tables."""

from .cases import CasePlayer, play
from .explorer import Explorer, explore
from .quiz import Quiz, ask
from .stage import Stage, present

__all__ = ["CasePlayer", "Explorer", "Quiz", "Stage", "ask", "explore", "play", "present"]
