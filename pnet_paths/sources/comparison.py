"""Several guides seen with the same facts: compared, drawn, saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path

from ..api import Guide, Pathway, load_guide
from ..arguments import brief, to_path
from ..drawing.formats import Drawable
from ..drawing.render import render_svg
from ..errors import GuideError, PnetPathsError
from ..statuses import OFFERED, Status
from ..tables.models import Treatment
from .compared_treatment import ComparedTreatment
from .counterparts import Counterpart, by_guide, packaged_counterparts, read_counterparts
from .equivalents import Equivalent, packaged_equivalents, partners, problems_of, read_equivalents
from .picture import picture
from .since_when import PLACES, SinceWhen, since_when
from .source_reading import SourceReading, Statement
from .statements import SourceStatements
from .translation import Translation, translate

__all__ = ["SourceComparison", "compare_sources"]


class SourceComparison(Drawable, SourceStatements):
    """What several guides say for the same facts: in words, as tables, as a drawing.

    ``readings``, ``pathways`` and ``translations`` are by guide, ``treatments`` in reading order;
    ``differences`` are those of which the sources surely say different things.
    """

    @cached_property
    def since_when(self) -> SinceWhen:
        """What others recommended or decided of these treatments, placed between the sources."""
        return since_when(self)

    def to_dot(self) -> str:
        """The drawing as Graphviz source: a card a treatment, in it a row a source."""
        source: str = picture(self).source
        return source

    def to_svg(self) -> str:
        """The drawing as SVG text, with the sentences as its description.

        Raises:
            RenderError: no Graphviz can be found; the error holds the DOT source.
        """
        return render_svg(
            self.to_dot(), title="What each source says", description=super().__str__()
        )

    def outline(self) -> str:
        """What the sources say as plain text."""
        return str(self)

    def __str__(self) -> str:
        since = self.since_when.summary
        notes = [f"{PLACES['since_when']}:", *since, ""] if since else []
        return "\n".join([*self.facts_in_words, "", *self.sentences, "", *notes, self.footer])


def compare_sources(
    profile: Mapping[str, str | None] | Pathway,
    guides: Sequence[Guide | str] | None = None,
    answers: Mapping[str, Mapping[str, str | None]] | None = None,
    equivalents: str | Path | None = None,
) -> SourceComparison:
    """What several guides say for the same facts.

    Facts are translated by the table ``equivalents.csv``. What has no equivalent is not guessed: it
    stays unknown there, and `SourceComparison.asked` names the questions.

    Args:
        profile: levels by factor, in the words of the first guide; or a pathway of it.
        guides: guides, or their names, the one whose words the profile has first; if left out,
            the packaged ones that the table translates.
        answers: by the id of a guide further facts in its own words, which count for more than
            what is translated.
        equivalents: the folder of another ``equivalents.csv``, and of ``treatments.csv`` if some
            treatments have other names, for guides of your own.

    Raises:
        GuideError: the tables cannot be used.
        PnetPathsError: fewer than two guides, or guides that the table does not join.
        ProfileError: an unknown factor or level, or a combination that cannot occur.
    """
    rows = read_equivalents(to_path(equivalents)) if equivalents else packaged_equivalents()
    same = read_counterparts(to_path(equivalents)) if equivalents else packaged_counterparts()
    loaded = _loaded(guides, profile, rows)
    first = loaded[0]
    facts = dict(profile.profile if isinstance(profile, Pathway) else profile)
    more = {name: dict(known) for name, known in (answers or {}).items()}
    unknown = more.keys() - {guide.id for guide in loaded}
    if unknown:
        ids = ", ".join(guide.id for guide in loaded)
        raise PnetPathsError(f'answers: "{min(unknown)}" is not one of the guides ({ids})')
    own = first.evaluate({**facts, **more.get(first.id, {})}).profile
    readings = {first.id: SourceReading(first, Translation(dict(own), {}, (), {}, ()), {})}
    for guide in loaded[1:]:
        made = translate(own, first, guide, rows)
        readings[guide.id] = SourceReading(guide, made, more.get(guide.id, {}))
    unused = {
        name: tuple(_fact(first, each, own[each]) for each in reading.translation.unused)
        for name, reading in readings.items()
    }
    return SourceComparison(readings, tuple(_treatments(readings, same)), unused)


def _loaded(
    guides: Sequence[Guide | str] | None, profile: object, rows: Sequence[Equivalent]
) -> list[Guide]:
    if guides is None:
        first = profile.guide if isinstance(profile, Pathway) else _packaged()
        loaded = [first, *map(_packaged, partners(first))]
    elif isinstance(guides, str) or not isinstance(guides, Sequence):
        raise PnetPathsError(f"guides must be a list of guides, not {brief(guides)}")
    else:
        loaded = [each if isinstance(each, Guide) else load_guide(each) for each in guides]
    ids = [guide.id for guide in loaded]
    if len(set(ids)) < 2 or len(set(ids)) < len(ids):
        raise PnetPathsError(
            f"give two different guides or more; these are {', '.join(ids) or 'none'}"
        )
    joined = {frozenset([row.guide, row.other_guide]) for row in rows}
    for guide in loaded[1:]:
        if frozenset([ids[0], guide.id]) not in joined:
            raise PnetPathsError(
                f"no fact of {loaded[0].short_title} has an equivalent in {guide.short_title}; "
                'guides are joined by their "id" in guide.csv and the rows of equivalents.csv'
            )
    problems = [*problems_of(rows, {guide.id: guide for guide in loaded})]
    if problems:
        raise GuideError(problems)
    return loaded


@cache
def _packaged(name: str | None = None) -> Guide:
    """A packaged guide, with its rules worked out once for all comparisons."""
    return load_guide(name)


def _treatments(
    readings: Mapping[str, SourceReading], counterparts: Iterable[Counterpart]
) -> Iterator[ComparedTreatment]:
    """All treatments, in reading order; those of a later guide follow in their group."""
    names: dict[str, Treatment] = {}
    for reading in readings.values():
        for _, treatment in reading.guide.walk():
            names.setdefault(treatment.id, treatment)
    rows = [row for row in counterparts if row.guide in readings]
    elsewhere = {
        guide: {when: by_guide(rows, guide, when) for when in ("absent", "silent", "opposite")}
        for guide in readings
    }
    for name in _in_reading_order({name: each.member_of for name, each in names.items()}):
        statements = {
            guide: reading.statement(name, elsewhere[guide]["absent"].get(name, ""))
            for guide, reading in readings.items()
        }
        instead = {
            guide: _instead(
                [each for other, each in statements.items() if other != guide],
                *(
                    readings[guide].statement("", elsewhere[guide][when].get(name, ""))
                    for when in ("silent", "opposite")
                ),
            )
            for guide, each in statements.items()
            if each.possible == {Status.NOT_NAMED}
        }
        statements |= {guide: each for guide, each in instead.items() if each}
        label, phrase = names[name].label, names[name].phrase
        yield ComparedTreatment(name, label, phrase, names[name].member_of, statements)


def _instead(
    others: Sequence[Statement], silent: Statement, opposite: Statement
) -> Statement | None:
    """What a source that is silent of a treatment says with others in different words, if it does.

    Args:
        others: what the other sources say of the treatment.
        silent: what it says of what stands for the treatment.
        opposite: what it says of the treatment's opposite.
    """
    if silent.status is not Status.NOT_NAMED and silent.possible in [e.possible for e in others]:
        return silent
    sides = _sides(opposite)
    is_opposite = any(-_side(each) in sides for each in others)
    return replace(opposite, is_opposite=True) if is_opposite else None


def _sides(statement: Statement) -> Collection[int]:
    """1 for what is offered, -1 for what is advised against, whatever is so or may turn out so."""
    sides = {1: OFFERED, -1: (Status.AGAINST,)}
    return [side for side, some in sides.items() if not statement.possible.isdisjoint(some)]


def _side(statement: Statement) -> int:
    """1 for what is surely offered, -1 for what is surely advised against, else 0."""
    if len(statement.possible) > 1:
        return 0
    return 1 if statement.status in OFFERED else -1 if statement.status is Status.AGAINST else 0


def _fact(guide: Guide, factor: str, level: str) -> str:
    """A fact in words: "growth (growing)"; "G3" of "G3 (high)"."""
    labels = {each.id: each.label for each in guide.factors[factor].levels}
    return f"{guide.factors[factor].label} ({labels[level].partition(' (')[0]})"


def _in_reading_order(groups: Mapping[str, str], parent: str = "") -> Iterator[str]:
    for name, group in groups.items():
        if group == parent:
            yield name
            yield from _in_reading_order(groups, name)
