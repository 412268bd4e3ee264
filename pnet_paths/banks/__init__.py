"""Question banks: questions for learning platforms, flash cards and spreadsheets.

`formats.FORMATS` lists the formats. Each has a file of its own, which knows nothing of how
questions are made.
"""

from .formats import FORMATS
from .making import make_bank
from .saving import save_questions

__all__ = ["FORMATS", "make_bank", "save_questions"]
