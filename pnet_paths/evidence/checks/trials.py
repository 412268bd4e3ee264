"""What whole rows of trials show to be wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..models import Trial

__all__ = ["trial_problems"]


def trial_problems(trials: Sequence[Trial]) -> Iterator[str]:
    """Arms, tumors and identifiers that do not fit, each with file, row and column."""
    for place, trial in enumerate(trials):
        found = [*_arms(trial), *_tumors(trial), *_identifiers(trial, trials[:place])]
        for column, problem in found:
            yield f"trials.csv, row {trial.row}, column {column}: {problem}"


def _arms(trial: Trial) -> Iterator[tuple[str, str]]:
    """Arms whose short name does not fit what was given."""
    for arm in ("a", "b"):
        short, given = getattr(trial, f"arm_{arm}"), getattr(trial, f"given_{arm}")
        if bool(short) != bool(given):
            yield (
                f"arm_{arm}",
                f'"{short}" and given_{arm} "{given}" must both be filled, or neither',
            )
        elif short and short.split()[0].strip(",").casefold() not in given.casefold():
            yield (
                f"arm_{arm}",
                f'"{short}" is not what given_{arm} says was given ("{given}"); name '
                "the same arm in both, the tested one as arm_a",
            )


def _tumors(trial: Trial) -> Iterator[tuple[str, str]]:
    """Primary tumors in ``who`` that the share of pancreatic ones speaks against."""
    primary = trial.who.get("primary")
    if primary is None:
        return
    asked = f"primary={'|'.join(sorted(primary))} in who"
    if trial.pancreas == "none" and "pancreas" in primary:
        yield "pancreas", f'"none", but {asked} names the pancreas; write all, part or cohort'
    elif trial.pancreas != "none" and "pancreas" not in primary:
        yield (
            "pancreas",
            f'"{trial.pancreas}", but {asked} does not name the pancreas; write none, or add it',
        )
    elif trial.pancreas == "all" and len(primary) > 1:
        yield "pancreas", f'"all", but {asked} names other tumors too; write part or cohort'


def _identifiers(trial: Trial, earlier: Sequence[Trial]) -> Iterator[tuple[str, str]]:
    """Identifiers that another trial has too; cohorts of one trial begin with the same name."""
    for column in ("doi", "pmid", "registration"):
        value = getattr(trial, column)
        for other in earlier if value else ():
            if getattr(other, column) == value and _first_word(other) != _first_word(trial):
                yield (
                    column,
                    f"{value} is {other.name}'s too (row {other.row}); write this trial's own, "
                    "or begin both names alike if they are parts of one trial",
                )


def _first_word(trial: Trial) -> str:
    return trial.name.split()[0].strip(",")
