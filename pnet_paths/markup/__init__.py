"""HTML from templates, in which every text is escaped: text of a table is never markup."""

from .rendering import as_markup, render
from .terms import Explained

__all__ = ["Explained", "as_markup", "render"]
