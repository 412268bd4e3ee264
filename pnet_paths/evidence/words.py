"""The words around the evidence, for Python and page: said once, in places in braces."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..guide.sentences import join_words
from .dates import order_of
from .models import READ, GuideDate, Outcome, Recommendation, Trial
from .models.cells import Figure
from .population import Match

__all__ = [
    "WORDS",
    "arm_names",
    "arms_compared",
    "arms_words",
    "compared",
    "design_words",
    "figure_words",
    "figures_sentence",
    "fit_words",
    "in_whom",
    "people_words",
    "ratio_words",
    "read_words",
    "scope_words",
    "trial_compared",
    "trial_sentence",
    "when_words",
]

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "heading": "Evidence: {count} trials",
        "heading_one": "Evidence: 1 trial",
        "compared": "{a} against {b}",
        "uncompared": "{a}, no comparator",
        "in_whom": "In whom: {population} ({size}).",
        "figure": "{endpoint} ({scope}): {figures}.",
        "of_people": "{figure} of {number} people",
        "in_people": "{figure} in {number} people",
        "people": "{number} people",
        "not_randomized": "not randomized: {design}",
        "not_comparative": "not made to compare the two arms",
        "p": "p {p}",
        "none": "No trial stands behind it here.",
        "not_joined": "No evidence is joined to this guide.",
        "no_ranking": (
            "Each trial is read by itself. Times of different trials are not ranked here: the "
            "people, what they were compared with, when growth was looked for and who looked "
            "differ from trial to trial, so a longer time in one says nothing of another."
        ),
        "order": "First those that ask for such a person, then the others; each by its year.",
        "yes": "As far as the facts here go, it was in such people.",
        "no": "It was in other people: {misses}.",
        "unknown": "Whether it was in such people is open: {open}.",
        "note_yes": "As far as the facts here go, it speaks of this profile.",
        "note_no": "It speaks of others: {misses}.",
        "note_unknown": "Whether it speaks of this profile is open: {open}.",
        "beyond": "Not among the facts here: {beyond}.",
        "part": "A part of its people had a pancreatic tumor: {share}.",
        "part_unsaid": "A part of its people had a pancreatic tumor; how many is not in the table.",
        "cohort": "The figures are of its cohort with pancreatic tumors.",
        "caution": "To bear in mind: {caution}.",
        "not_stated": "{first} and {second}, which of them first is not stated",
        "higher_is_better": "{compared}; higher is better for the arm named first",
        "higher_is_worse": "{compared}; higher is worse for the arm named first",
        "no_figures": "No figures of it are in the tables.",
        "comparator": "Here it is what the other arm was given.",
        "other_version": "another version: {why}",
        "others": "What others say",
        "others_heading": "What others say: {count} notes",
        "others_heading_one": "What others say: 1 note",
        "others_note": (
            "What others recommended or decided, before the guide or since, and how strongly, as "
            "we read it. It changes no answer here."
        ),
        "note": "{head}: {strength} ({how}). {text}",
        "strength_usual": "usual, as we read it",
        "strength_option": "an option, as we read it",
        "strength_later": "for later, as we read it",
        "strength_against": "rather against it, as we read it",
        "strength_open": "left open, as we read it",
        "later": "since the guide",
        "same_time": "of the time of the guide's latest update",
        "earlier": "before the guide's latest update",
        "rests_on": "a section of the guide rests on it in part",
        "read": "read: {read}",
        "forest": "Ratios of the two arms",
        "forest_axis": "Hazard ratio, on a log scale; 1 is no difference",
        "forest_left": "better in the arm named first",
        "forest_right": "better in the other",
        "forest_sentence": (
            "Each line is one comparison within one trial: the mark is the hazard ratio, the line "
            "its interval. Left of 1 it came out better in the arm that is named first; a line "
            "that touches 1 leaves open which. Of a mark without a line no interval was printed. A "
            "ratio of which is not stated which arm stands first is left out. The lines are not "
            "ranked."
        ),
        "key_square": "growth (PFS, TTP)",
        "key_circle": "death (OS)",
        "key_yes": "of such a person, as far as the facts here go",
        "key_unknown": "open whether",
        "key_no": "of others",
        "medians": "Medians of both arms",
        "medians_sentence": (
            "Each pair is one trial with an axis of its own, from 0 to its own end: compare the "
            "two bars of a pair, never bars of two trials. The thin line is the interval, where "
            "one was printed. A dashed line without a bar: not reached."
        ),
        "medians_apart": (
            "Not made to compare the two arms: read each of these bars by itself, as the figure of "
            "those who were given that."
        ),
        "table": "All figures, and where each was read",
        "words": "What the words mean",
        "row": "outcomes.csv, row {row}",
    }
)
_OTHER_LEVEL = 95


def figure_words(figure: Figure | None, low: Figure | None, high: Figure | None, unit: str) -> str:
    """A figure with its unit and interval: "11.0 months (8.4 to 13.9)"; empty without one."""
    if figure is None:
        return ""
    value = str(figure) if figure.is_open or not unit else f"{figure} {unit}"
    return f"{value} ({low} to {high})" if low and high else value


def arm_names(row: Outcome, trial: Trial) -> tuple[str, str]:
    """The two arms in few words; the other is empty where there is none."""
    return row.arm_a or trial.arm_a, row.arm_b or trial.arm_b


def compared(row: Outcome, trial: Trial) -> str:
    """Which arm against which; the arm above the line stands first.

    Of a hazard ratio less is always better; of other ratios it is said.
    """
    first, second = arm_names(row, trial)
    if row.direction == "not_stated":
        return WORDS["not_stated"].format(first=first, second=second)
    if row.direction == "b_vs_a":
        first, second = second, first
    arms = f"{first} against {second}" if second else first
    if not row.effect or row.measure == "HR":
        return arms
    return WORDS["higher_is_better" if row.better == "high" else "higher_is_worse"].format(
        compared=arms
    )


def ratio_words(row: Outcome) -> str:
    """A ratio with its interval: "HR 0.35 (0.27 to 0.45)"; empty without one."""
    if row.effect is None:
        return ""
    level = f"{row.level} %: " if row.level and row.level != _OTHER_LEVEL else ""
    interval = f" ({level}{row.low} to {row.high})" if row.low and row.high else ""
    return f"{row.measure} {row.effect}{interval}"


def fit_words(match: Match, of_note: bool = False) -> str:
    """Whether a profile is one that was asked for, as a sentence."""
    name = f"note_{match.fit}" if of_note else str(match.fit)
    return WORDS[name].format(misses="; ".join(match.misses), open="; ".join(match.open))


def when_words(row: Recommendation, guide: GuideDate) -> str:
    """How a recommendation stands to a guide in time: "since the guide".

    Only what both dates have is compared: a year, or a month.
    """
    if row.document in guide.rests_on:
        return WORDS["rests_on"]
    order = order_of(row.date, guide.updated)
    return WORDS["same_time" if order == "same" else order]


def read_words(row: Outcome | Recommendation) -> str:
    """How a row was read: "an abstract"."""
    return join_words([READ[way] for way in row.read])


def population_words(trial: Trial) -> list[str]:
    """What else is to be said of whom a trial was in."""
    said = []
    if trial.pancreas == "part":
        said.append(
            WORDS["part"].format(share=trial.share) if trial.share else WORDS["part_unsaid"]
        )
    if trial.pancreas == "cohort":
        said.append(WORDS["cohort"])
    if trial.beyond:
        said.append(WORDS["beyond"].format(beyond=trial.beyond))
    if trial.caution:
        said.append(WORDS["caution"].format(caution=trial.caution))
    return said


def trial_compared(trial: Trial) -> str:
    """What was compared with what, as it was given."""
    name = "compared" if trial.given_b else "uncompared"
    return WORDS[name].format(a=trial.given_a, b=trial.given_b)


def trial_sentence(trial: Trial) -> str:
    """A trial by its name: what it compared, and in whom."""
    return f"{trial.title}: {trial_compared(trial)}. {in_whom(trial)}"


def arms_compared(trial: Trial) -> str:
    """What was compared with what, in few words."""
    name = "compared" if trial.arm_b else "uncompared"
    return WORDS[name].format(a=trial.arm_a, b=trial.arm_b)


def in_whom(trial: Trial) -> str:
    """In whom a trial was, how it was made, and how many took part, as a sentence."""
    number, _, planned = trial.people.partition(" ")
    people = f"{number} people {planned}".strip() if number else ""
    size = "; ".join(filter(None, [trial.design, people]))
    return WORDS["in_whom"].format(population=trial.population, size=size)


def arms_words(row: Outcome, trial: Trial) -> list[str]:
    """The figure of each arm with unit, interval and number of people; empty where there is none.

    The number stands there unless both arms together are the people of the trial.
    """
    name = "of_people" if row.unit == "%" else "in_people"
    words = [figure_words(*arm, row.unit) for arm in row.arms]
    sizes = row.sizes if row.size != trial.size else (None, None)
    return [
        WORDS[name].format(figure=each, number=size) if each and size else each
        for each, size in zip(words, sizes, strict=True)
    ]


def people_words(row: Outcome, trial: Trial) -> str:
    """How many people a row is of; empty where they are all of the trial, or nobody says."""
    return "" if row.size in (0, trial.size) else WORDS["people"].format(number=row.size)


def design_words(trial: Trial) -> str:
    """What is to be known beside two arms; empty for a randomized comparison."""
    if not trial.is_randomized:
        return WORDS["not_randomized"].format(design=trial.design)
    return "" if trial.is_comparative else WORDS["not_comparative"]


def figures_sentence(row: Outcome, trial: Trial) -> str:
    """A row as a sentence: the figures of both arms and their ratio."""
    values = zip(arm_names(row, trial), arms_words(row, trial), strict=True)
    arms = "; ".join(f"{name}: {value}" for name, value in values if value)
    ratio = f"{ratio_words(row)}, {compared(row, trial)}" if row.effect else ""
    figures = ". ".join(filter(None, [arms, ratio]))
    return WORDS["figure"].format(endpoint=row.endpoint, scope=scope_words(row), figures=figures)


def scope_words(row: Outcome) -> str:
    """Of whom a row is, and which analysis, where the one does not say the other."""
    return row.people if row.analysis in row.people else f"{row.people}, {row.analysis}"
