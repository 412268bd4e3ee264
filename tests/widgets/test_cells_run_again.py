"""A cell that is run again closes what it showed, unless something else shows that."""

from __future__ import annotations

import ipywidgets
import pytest

import pnet_paths


@pytest.fixture
def run(monkeypatch):
    """Show a widget as a cell of a notebook does; each call is one run of the cell."""
    runs = iter(range(100))

    class Shell:
        def get_parent(self):
            return {"metadata": {"cellId": self.cell}, "header": {"msg_id": f"{self.number}"}}

    shell = Shell()
    monkeypatch.setattr("pnet_paths.widgets.cell_output.get_ipython", lambda: shell)

    def shown(cell, widget):
        shell.cell, shell.number = cell, next(runs)
        widget._ipython_display_()
        return widget

    return shown


def in_output(widget):
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": widget.model_id}}
    kept = {"output_type": "display_data", "data": view, "metadata": {}}
    return ipywidgets.Output(outputs=(kept,))


HOLDERS = {
    "box": lambda e: ipywidgets.VBox([ipywidgets.HTML("Look"), e]),
    "tab": lambda e: ipywidgets.Tab([ipywidgets.HBox([e])]),
    "output": in_output,
    "drawing": lambda e: ipywidgets.VBox([e.flowchart]),
    "list": lambda e: ipywidgets.VBox([e.controls["grade"]]),
}


@pytest.mark.parametrize("kind", HOLDERS)
def test_what_another_cell_holds_stays(run, toy_guide, guide, kind):
    first = run("1", pnet_paths.explore(guide))
    holder = HOLDERS[kind](first)
    second = run("1", pnet_paths.explore(guide))
    assert first.comm is not None
    assert first.flowchart.comm is not None
    run("1", pnet_paths.explore(guide))
    assert second.comm is None, "nothing holds it"
    holder.close()


def test_what_nothing_holds_any_longer_is_closed(run, guide):
    first = run("2", pnet_paths.explore(guide))
    ipywidgets.VBox([first]).close()
    run("2", pnet_paths.explore(guide))
    assert first.comm is None
    assert first.flowchart.comm is None
