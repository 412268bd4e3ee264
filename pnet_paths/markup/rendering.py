"""Fill in one of the templates beside this file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["as_markup", "render"]


def render(template: str, **values: object) -> str:
    """A template (its name without ``.html``) with values, each of them escaped."""
    return _templates().get_template(f"{template}.html").render(values)


def as_markup(text: str) -> object:
    """A text of our own that stands in a template as it is: a script, a style sheet."""
    from markupsafe import Markup

    return Markup(text)


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # only where HTML is shown

    return Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
