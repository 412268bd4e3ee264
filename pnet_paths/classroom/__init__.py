"""What a class has handed in: files of answers that students saved from a page, read and counted.

Nothing leaves the machine. What is right comes from the page, never from the files.
"""

from .class_results import ClassResults, class_results

__all__ = ["ClassResults", "class_results"]
