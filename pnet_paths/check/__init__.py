"""What a careful colleague would find in a guide's tables, each with the profile that shows it.

Everything is computed on the decision diagrams; no profile is tried out one by one.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import GuideError, NoGuideError
from ..guide.guide import GuideValue
from ..progress_bar import progress_bar
from .checked_guide import CheckedGuide
from .contradictions import contradictions
from .duplicates import duplicates
from .ends_in_silence import ends_in_silence, skipped
from .factors import closed_levels, dead_combinations, idle_factors, places_of_levels
from .files import unread_files
from .finding import Finding, Findings
from .garbled_text import garbled, nameless_levels
from .indications import dead_rows, gaps, only_later, unnamed, without_member, wordless
from .steps import apart, circles, overstated, unreached
from .words import broken_cases, missing, stories, unexplained, unknown_keys

__all__ = ["Finding", "Findings", "check", "check_folder", "unread_files"]

_CHECKS = (
    gaps,
    only_later,
    without_member,
    unnamed,
    wordless,
    dead_rows,
    contradictions,
    idle_factors,
    closed_levels,
    dead_combinations,
    apart,
    overstated,
    ends_in_silence,
    skipped,
    unreached,
    circles,
    duplicates,
    missing,
    unexplained,
    stories,
    broken_cases,
    unknown_keys,
    places_of_levels,
    garbled,
    nameless_levels,
)


def check(guide: GuideValue) -> Findings:
    """Everything that is worth a second look in a guide that can be loaded."""
    findings: list[Finding] = []
    with progress_bar("Checking the guide", len(_CHECKS)) as task:
        checked = CheckedGuide(guide)
        for each in _CHECKS:
            findings += each(checked)
            task.advance()
    return Findings(findings)


def check_folder(path: str | Path | None) -> Findings:
    """The same of a folder; where its tables cannot be used, what is wrong with them.

    Raises:
        NoGuideError: there is no such folder, or no table in it.
    """
    try:
        return Findings([*check(GuideValue.load(path)), *unread_files(path)])
    except NoGuideError:
        raise
    except GuideError as error:
        return Findings(map(_refused, error.problems))


def _refused(problem: str) -> Finding:
    """A line of the loader as a finding."""
    match = re.match(r"(?P<file>[^,:]+\.csv)(?:, row (?P<row>\d+))?(?:, (?=column))?:? ?", problem)
    if match is None:
        return Finding("table", "error", "", (), problem)
    rows = (int(match["row"]),) if match["row"] else ()
    return Finding("table", "error", match["file"], rows, problem[match.end() :])
