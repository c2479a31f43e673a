"""How answers to one statement moved from period to period; a statement asked in another way is another line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.answers.asking import Asked
from leitstern.app.answers.figures import Asking, Figure, read
from leitstern.core.outside.answered import scores_by_period, with_map
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS, shown
from leitstern.core.outside.periods import LENGTHS, Length, after, name
from leitstern.core.outside.scores import Score, read_scores, scores
from leitstern.core.stats.breakpoints import LevelChange, can_be_told, level_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ibis import Table

    from leitstern.app.answers.asking import Choice
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text

BY = ("touchpoint", "map")  # groups that a column tells apart; personas are selections of their own


@dataclass(frozen=True, slots=True)
class Line:
    """Answers to one statement asked in one way: all of them together, and period by period without a hole.

    A period in which fewer than five customers answered has no score.
    """

    asking: Asking
    whole: Score
    length: Length
    periods: tuple[tuple[date, Score | None], ...]

    def values(self, figure: Figure) -> list[Measured]:
        """The figure in each period, or why there is none."""
        return [TOO_FEW_CUSTOMERS if score is None else read(score, figure) for _, score in self.periods]

    def named(self, at: int) -> Text:
        """What the period at a place is called."""
        return name(self.periods[at][0], self.length)


type Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One touchpoint, designed journey (code) or persona (slug), with its lines."""

    of: int | str
    lines: Lines


def most_asked(choice: Choice) -> str:
    """The statement with most answers in what is looked at; nothing where there are none."""

    def compute(one: Asked) -> str:
        answers = one.answers
        counted = answers.aggregate(by="facet", n=answers.count())
        rows = one.ask.rows(counted.order_by([counted.n.desc(), counted.facet]).limit(1))
        return rows[0]["facet"] if rows else ""

    return choice.found("most asked", choice.selections[0], compute) or ""


def lines_of(one: Asked, facet: str) -> Lines:
    """Of everything that is looked at."""
    return _lines(one, _about(one, facet)).get(None, ())


def groups_of(one: Asked, facet: str, by: str) -> tuple[Group, ...]:
    """Touchpoint by touchpoint or journey by journey, by code."""
    answers = _about(one, facet)
    if by == "map":
        contacts, transitions = one.ask.table("contacts"), one.ask.table("transitions")
        answers = with_map(answers, contacts, transitions, one.ask.published.taxonomy)
    return tuple(Group(int(str(of)), lines) for of, lines in sorted(_lines(one, answers, by).items()))


def changes(lines: Sequence[Sequence[Line]], figure: Figure) -> list[list[tuple[LevelChange, ...]]]:
    """The certain changes of level of each line, all lines that can tell one looked at together."""
    series = [[line.values(figure) for line in each] for each in lines]
    among = sum(can_be_told(values) for each in series for values in each) or 1
    return [[level_changes(values, among) for values in each] for each in series]


def _about(one: Asked, facet: str) -> Table:
    answers = one.answers
    return answers.filter(answers.facet == facet)


def _lines(one: Asked, answers: Table, by: str = "") -> dict[object, Lines]:
    """Each in the shortest periods of which none has one to four customers, as trends of touchpoints are told."""
    columns, as_of = [by] if by else [], one.ask.published.as_of
    whole = {
        _key(score, columns): score
        for score in read_scores(
            one.ask.run(scores(answers, [*columns, "good_from"])), [*columns, "good_from"], as_of
        )
        if score.customers >= FEWEST
    }
    found: dict[object, list[Line]] = defaultdict(list)
    waiting = set(whole)
    for length in LENGTHS:
        if not waiting:
            break
        by_key: dict[tuple[object, Asking], list[Score]] = defaultdict(list)
        names = [*columns, "good_from", "period"]
        for score in read_scores(one.ask.run(scores_by_period(answers, length, columns)), names, as_of):
            by_key[_key(score, columns)].append(score)
        for key in sorted(waiting, key=str):
            counts = [score.customers for score in by_key[key]]
            if length == LENGTHS[-1] or min(counts) >= FEWEST:
                waiting.discard(key)
                group, asking = key
                found[group].append(
                    Line(asking, shown(whole[key]), length, _without_holes(by_key[key], length))
                )
    return {group: tuple(sorted(lines, key=_first)) for group, lines in found.items()}


def _key(score: Score, columns: Sequence[str]) -> tuple[object, Asking]:
    group = score.group[0] if columns else None
    good_from = float(str(score.group[len(columns)]))
    return group, Asking(score.kind, score.low, score.high, good_from)


def _without_holes(found: Iterable[Score], length: Length) -> tuple[tuple[date, Score | None], ...]:
    known: dict[date, Score] = {score.group[-1]: score for score in found}  # type: ignore[misc]  # the period comes last
    periods, start = [], min(known)
    while start <= max(known):
        score = known.get(start)
        periods.append((start, score if score and score.customers >= FEWEST else None))
        start = after(start, length)
    return tuple(periods)


def _first(line: Line) -> tuple[date, Asking]:
    return line.periods[0][0], line.asking
