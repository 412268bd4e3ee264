"""What a careful colleague would find in a guide's tables, each with the profile that shows it.

Everything is read from the decision diagrams without trying out profiles.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..errors import GuideError, GuideTooLargeError, NoGuideError
from ..guide.guide import GuideValue
from ..progress_bar import progress_bar
from .checked_guide import CheckedGuide
from .contradictions import contradictions
from .duplicates import duplicates
from .ends_in_silence import ends_in_silence, skipped_treatments
from .factors import closed_levels, dead_combinations, idle_factors, places_of_levels
from .files import ignored_index_columns, unread_files
from .finding import Finding, Findings
from .garbled_text import garbled_cells, nameless_levels
from .indications import (
    dead_rows,
    gaps,
    only_later,
    unnamed_treatments,
    without_member,
    wordless_rows,
)
from .steps import circles, overstated_arrows, unreached_groups, untaken_arrows
from .words import (
    broken_cases,
    contradicting_stories,
    missing_texts,
    unexplained_terms,
    unknown_keys,
)

__all__ = ["Finding", "Findings", "check", "check_folder", "unread_files"]

_CHECKS = (
    gaps,
    only_later,
    without_member,
    unnamed_treatments,
    wordless_rows,
    dead_rows,
    contradictions,
    idle_factors,
    closed_levels,
    dead_combinations,
    untaken_arrows,
    overstated_arrows,
    ends_in_silence,
    skipped_treatments,
    unreached_groups,
    circles,
    duplicates,
    missing_texts,
    unexplained_terms,
    contradicting_stories,
    broken_cases,
    unknown_keys,
    places_of_levels,
    garbled_cells,
    nameless_levels,
    ignored_index_columns,
)


def check(guide: GuideValue) -> Findings:
    """Return all findings of a guide that can be loaded.

    Raises:
        GuideTooLargeError: its rows combine too many factors to be worked out at all.
    """
    findings: list[Finding] = []
    with progress_bar("Checking the guide", len(_CHECKS)) as task:
        checked = CheckedGuide(guide)
        for each in _CHECKS:
            try:
                findings += each(checked)
            except GuideTooLargeError as error:
                sentence = f"Not everything was checked: {error}."
                findings.append(Finding("too-large", "warning", "", (), sentence))
            task.advance()
    return Findings(findings)


def check_folder(path: str | Path | None) -> Findings:
    """Return all findings of the guide in a folder; if it cannot be loaded, its problems.

    Raises:
        NoGuideError: there is no such folder, or no table in it.
    """
    try:
        return Findings([*check(GuideValue.load(path)), *unread_files(path)])
    except NoGuideError:
        raise
    except GuideError as error:
        return Findings(map(_finding_of, error.problems))


def _finding_of(problem: str) -> Finding:
    """Return a problem of the loader as a finding."""
    match = re.match(r"(?P<file>[^,:]+\.csv)(?:, row (?P<row>\d+))?(?:, (?=column))?:? ?", problem)
    if match is None:
        return Finding("table", "error", "", (), problem)
    rows = (int(match["row"]),) if match["row"] else ()
    return Finding("table", "error", match["file"], rows, problem[match.end() :])
