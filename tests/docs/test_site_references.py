"""Every name, page and heading that the site refers to is there.

Cells are not run and nothing is drawn: `tests/browser/test_site.py` builds the site in full.
"""

from __future__ import annotations

import subprocess
import sys

import pytest
from repository import ROOT

pytest.importorskip("furo")
NO_CELLS = ["nb_execution_mode=off", "suppress_warnings=myst.header,myst-nb.lexer,mystnb.glue"]


def test_references_lead_somewhere(tmp_path):
    settings = [part for setting in NO_CELLS for part in ("-D", setting)]
    options = ["-n", "-q", "-E", "-b", "dummy", *settings]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, str(ROOT / "docs"), str(tmp_path)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert [line for line in done.stderr.splitlines() if "WARNING" in line] == []
