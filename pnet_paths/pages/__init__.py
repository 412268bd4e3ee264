"""One HTML file with a guide in it, which needs nothing else: no Python, no server, no network."""

from .page import page
from .written_page import guide_data, page_data, page_questions

__all__ = ["guide_data", "page", "page_data", "page_questions"]
