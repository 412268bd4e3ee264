"""What is clicked in a notebook: ipywidgets made from a guide's tables."""

from .explorer import Explorer, explore

__all__ = ["Explorer", "explore"]
