"""What a widget shows, found as a page finds it: by class, by label."""

from __future__ import annotations


def within(widget):
    """A widget and all that is inside it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from within(child)


def classes(widget):
    """The CSS classes that a widget has been given."""
    return widget.get_state("_dom_classes")["_dom_classes"]


def part(widget, name):
    """The first widget inside that has a class."""
    return next(each for each in within(widget) if name in classes(each))


def button(widget, label):
    """The button inside that says so."""
    return next(each for each in within(widget) if getattr(each, "description", "") == label)
