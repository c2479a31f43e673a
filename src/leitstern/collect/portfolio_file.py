"""Initiatives from a table (CSV or XLSX): one line each, and further lines of the same short name for further chains."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leitstern.collect.amounts import SHOWN
from leitstern.collect.portfolio_cells import Cells
from leitstern.collect.portfolio_columns import COLUMNS, NEEDED, REPEATED
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.table_lines import read_table
from leitstern.core.bridge.portfolio.drafts import (
    ForPeople,
    InitiativeDraft,
    Pull,
    initiative_problems,
)
from leitstern.core.bridge.portfolio.picture import Expectation, Path, ProjectMilestone
from leitstern.core.bridge.portfolio.terms import Aim, AiMode, AiPurpose, Horizon, Kind, MilestoneKind, Origin
from leitstern.core.company.lookup import spellings, spelt_alike
from leitstern.core.outside.outcomes import Fate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path as File

    from leitstern.core.company.codes import Kind as TermKind
    from leitstern.core.company.lookup import Term
    from leitstern.core.company.taxonomy import Taxonomy

MOST = 5_000  # lines
_SLUG = re.compile(r"[a-z0-9_-]{1,70}")
NO_COLUMN = Text(
    en="There is no column “{column}”. At least Initiative, Kind, Aim and Departments are needed.",
    de="Es gibt keine Spalte „{column}“. Nötig sind mindestens Initiative, Art, Absicht und Bereiche.",
)
EMPTY = Text(en="There is no initiative in this file.", de="In dieser Datei steht keine Initiative.")
NO_SLUG = Text(
    en="“{given}” is no short name: small letters, digits, hyphens and underscores only.",
    de="„{given}“ ist kein Kurzname: nur Kleinbuchstaben, Ziffern, Binde- und Unterstriche.",
)
TWICE = Text(
    en="Line {line} has this short name for another initiative.",
    de="Diesen Kurznamen hat in Zeile {line} eine andere Initiative.",
)
NEEDED_HERE = Text(en="This cell must not be empty.", de="Diese Zelle darf nicht leer sein.")
HALF_EXPECTED = Text(
    en="An expectation says what is measured, which value, by when and by whom; here something of it is missing.",
    de="Eine Erwartung sagt, was gemessen wird, welcher Wert, bis wann und von wem; hier fehlt etwas davon.",
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a table may name besides the taxonomy: goals and initiatives that are there, spelling → short name."""

    goals: Mapping[str, str]
    initiatives: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One initiative of the file under its short name (empty: a new one), and the line it began in."""

    line: str
    slug: str
    draft: InitiativeDraft


def read_portfolio(folder: File, name: str, taxonomy: Taxonomy, known: Known) -> tuple[Line, ...]:
    """The initiatives in the file `name`. Raises InvalidFile with every mistake at once."""
    table = read_table(folder, name, MOST)
    places = {
        field: at
        for field, column in COLUMNS.items()
        if (at := next((at for at, title in enumerate(table.titles) if column.called(title)), None))
        is not None
    }
    if missing := [field for field in NEEDED if field not in places]:
        raise InvalidFile(
            [Problem(name, "1", "", NO_COLUMN.fill(column=COLUMNS[field].title)) for field in missing]
        )
    problems: list[Problem] = []
    rows = [
        Cells(name, line, {field: cells[at] for field, at in places.items()}, problems)
        for line, cells in table.lines
    ]
    lines = _Reading(taxonomy, known, rows).lines(rows)
    if not lines and not problems:
        problems.append(Problem(name, "", "", EMPTY))
    if problems:
        raise InvalidFile(problems)
    return lines


def sample(taxonomy: Taxonomy | None, language: str) -> tuple[list[str], list[list[str]]]:
    """Titles and a line of a table that could be handed in once goals and names are the company's own."""
    first = {
        "units": taxonomy.departments[0].name.to(language) if taxonomy and taxonomy.departments else "",
        "touchpoints": taxonomy.touchpoints[0].name.to(language) if taxonomy and taxonomy.touchpoints else "",
        "pulls": "",
    }
    titles = [column.title.to(language) for column in COLUMNS.values()]
    return titles, [[first.get(field, column.example.to(language)) for field, column in COLUMNS.items()]]


class _Reading:
    """The names a file may use."""

    def __init__(self, taxonomy: Taxonomy, known: Known, rows: list[Cells]) -> None:
        self._terms = {field: _spelt(taxonomy.terms(kind)) for field, kind in _KINDS.items()}
        self._shown = {
            field: tuple(term.name for term in taxonomy.terms(kind)) for field, kind in _KINDS.items()
        }
        self._goals = known.goals
        own = {spelt_alike(row["slug"]): row["slug"] for row in rows if row["slug"]}
        self._initiatives = {**known.initiatives, **own}

    def lines(self, rows: list[Cells]) -> tuple[Line, ...]:
        """One per initiative; further lines of a short name bring further chains."""
        found: dict[str, Line] = {}
        for row in rows:
            slug = row["slug"]
            if slug and not _SLUG.fullmatch(slug):
                row.wrong("slug", NO_SLUG.fill(given=slug[:SHOWN]))
            known = found.get(slug) if slug else None
            if known is None:
                found[slug or f"line {row.line}"] = Line(row.line, slug, self._draft(row))
            elif row["title"] in {"", known.draft.title}:
                paths = (*known.draft.paths, *_paths(row))
                found[slug] = replace(known, draft=replace(known.draft, paths=paths))
            else:
                row.wrong("slug", TWICE.fill(line=known.line))
        return tuple(found.values())

    def _draft(self, row: Cells) -> InitiativeDraft:
        for field in NEEDED:
            if not row[field]:
                row.wrong(field, NEEDED_HERE)
        origin, mode, purpose, horizon = (
            row.choice(name) for name in ("origin", "ai_mode", "ai_purpose", "horizon")
        )
        fate = row.choice("customer_outcome")
        draft = InitiativeDraft(
            title=row["title"],
            kind=Kind(row.choice("kind") or Kind.TECHNOLOGY),
            aim=Aim(row.choice("aim") or Aim.EXPERIENCE),
            units=self._named(row, "units"),
            origin=Origin(origin) if origin else None,
            ai_mode=AiMode(mode) if mode else None,
            ai_purpose=AiPurpose(purpose) if purpose else None,
            customer_outcome=Fate(fate) if fate else None,
            personalises=row.yes("personalises"),
            persona=next(iter(self._named(row, "persona")), ""),
            horizon=Horizon(horizon) if horizon else None,
            touchpoints=self._named(row, "touchpoints"),
            journeys=self._named(row, "journeys"),
            data_objects=row.listed("data_objects"),
            roles=row.listed("roles"),
            work_change=row["work_change"],
            budget=row.money(),
            owner=row["owner"],
            sponsor=row["sponsor"],
            begins=row.day("begins"),
            ends=row.day("ends"),
            expects=_expectation(row),
            paths=_paths(row),
            pulls=tuple(Pull(*pull) for each in row.listed("pulls") if (pull := row.pull(each, self._goals))),
            people_measures=tuple(ForPeople(each) for each in row.listed("people_measures")),
            milestones=(
                *_milestones(row, MilestoneKind.CULTURE),
                *_milestones(row, MilestoneKind.TECHNOLOGY),
            ),
            needs=tuple(
                slug
                for each in row.listed("needs")
                if (slug := row.known("needs", self._initiatives, (), each))
            ),
        )
        for problem in initiative_problems(draft):
            if problem.field in COLUMNS and row[problem.field]:
                row.wrong(problem.field, problem.text)
        return draft

    def _named(self, row: Cells, field: str) -> tuple[str, ...]:
        names, shown = self._terms[field], self._shown[field]
        return tuple(slug for each in row.listed(field) if (slug := row.known(field, names, shown, each)))


_KINDS: dict[str, TermKind] = {
    "units": "department",
    "touchpoints": "touchpoint",
    "journeys": "map",
    "persona": "persona",
}


def _spelt(terms: Sequence[Term]) -> dict[str, str]:
    found: dict[str, str] = {}
    for term in terms:
        for spelling in spellings(term):
            found.setdefault(spelling, term.slug)
    return found


def _paths(row: Cells) -> tuple[Path, ...]:
    given = {field: row[field] for field in REPEATED}
    return (Path(**given),) if any(given.values()) else ()


def _milestones(row: Cells, kind: MilestoneKind) -> tuple[ProjectMilestone, ...]:
    field = f"{kind}_milestones"
    parts = (each.rpartition("@") for each in row.listed(field))
    return tuple(
        ProjectMilestone(
            (title if at else day).strip(), kind, due=row.day(field, day.strip()) if at else None
        )
        for title, at, day in parts
    )


def _expectation(row: Cells) -> Expectation | None:
    metric, unit, who = (row[f"expects_{name}"] for name in ("metric", "unit", "who"))
    baseline, value = row.number("expects_baseline"), row.number("expects_value")
    by = row.day("expects_by")
    if not any((metric, who, row["expects_value"], row["expects_by"])):
        return None
    if not (metric and who) or value is None or by is None:
        row.wrong("expects_metric", HALF_EXPECTED)
        return None
    return Expectation(metric, baseline, value, unit, by, who, row["expects_claim"])
