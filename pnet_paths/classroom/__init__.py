"""Results of a class: files of answers that students saved from a page, read and counted.

Nothing leaves the machine. Which answers are right is read from the page, never from the files.
"""

from .class_results import ClassResults, class_results

__all__ = ["ClassResults", "class_results"]
