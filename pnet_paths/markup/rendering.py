"""HTML from one of the templates in this folder."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["as_markup", "render"]


def render(template: str, **values: object) -> str:
    """Fill a template (its name without ``.html``) with values, each of them escaped."""
    return _templates().get_template(f"{template}.html").render(values)


def as_markup(text: str) -> object:
    """Mark a text of our own, such as a script, that a template must not escape."""
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
