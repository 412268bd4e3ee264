"""Say all that stands in the way of a release, or nothing.

Run: python .ci/may_be_released.py v0.2.0
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def hindrances(tag: str) -> list[str]:
    """What must be done first, one line each; see RELEASING.md."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    left = sorted(path.name for path in (ROOT / "changes").glob("*.md") if path.stem != "README")
    dated = re.search(rf"^## {re.escape(version)} - \d{{4}}-\d\d-\d\d$", changes, re.MULTILINE)
    found = {
        f"the tag is {tag}, pyproject.toml says {version}": tag != f"v{version}",
        f"CHANGELOG.md has no dated section ## {version}": not dated,
        f"changes/ still holds {', '.join(left)}: towncrier build": bool(left),
        f"CITATION.cff is not of {version}": f"\nversion: {version}\n" not in citation,
        "pyproject.toml has no [project.urls]": not project.get("urls"),
        "CITATION.cff has no repository-code": "\nrepository-code: " not in citation,
    }
    return [message for message, holds in found.items() if holds]


if __name__ == "__main__":
    (given,) = sys.argv[1:] or [""]
    in_the_way = hindrances(given)
    print(*in_the_way, sep="\n")
    sys.exit(bool(in_the_way))
