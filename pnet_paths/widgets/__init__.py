"""What is clicked in a notebook: ipywidgets made from a guide's tables."""

from .cases import CasePlayer, play
from .explorer import Explorer, explore

__all__ = ["CasePlayer", "Explorer", "explore", "play"]
