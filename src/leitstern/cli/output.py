"""How findings look in a terminal, and what others read of them."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any

import typer
from ninja import Schema
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

from leitstern.app.common.exports import csv_text
from leitstern.app.common.schemas import MoneyOut, Number, TextOut
from leitstern.cli.options import Output, spoken
from leitstern.core.company.money import Money
from leitstern.core.gap.headlines import evidence, headline
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from leitstern.app.common.jobs import Progress as Told
    from leitstern.app.intake.ledger import Counts, Trial
    from leitstern.core.gap.findings import GapReport
    from leitstern.core.stats.estimate import Measured
    from leitstern.store.state import LakeState

HEADINGS = {
    "en": ("Touchpoint", "Statement", "Promise", "Belief", "Lived", "n", "Promise − lived", "Belief − lived"),
    "de": (
        "Kontaktpunkt",
        "Aussage",
        "Versprechen",
        "Einschätzung",
        "Erlebt",
        "n",
        "Versprechen − erlebt",
        "Einschätzung − erlebt",
    ),
}
COUNTS = {
    "en": ("Source", "Rows", "Received", "Contacts", "Promises", "Answers", "Quarantined", "Duplicates"),
    "de": (
        "Quelle",
        "Zeilen",
        "Empfangen",
        "Kontakte",
        "Versprechen",
        "Antworten",
        "In Quarantäne",
        "Dubletten",
    ),
}
LAKE = {
    "en": ("Table", "Rows", "Fresh", "Buckets", "Fresh files", "Bytes per row", "Log", "Into buckets"),
    "de": (
        "Tabelle",
        "Zeilen",
        "Frisch",
        "Fächer",
        "Frische Dateien",
        "Byte je Zeile",
        "Protokoll",
        "In Fächer",
    ),
}
COUNTED = ("rows", "received", "contacts", "promises", "feedback", "quarantined", "duplicates")
WIDTH = 140
UNMAPPED = Text(en="Not mapped yet: {values}", de="Noch nicht zugeordnet: {values}")
ASIDE = Text(en="{source}, line {line}: {reason}", de="{source}, Zeile {line}: {reason}")


def say(text: Text) -> None:
    """A sentence to whoever typed the command."""
    typer.echo(text.to(spoken()))


def note(text: Text) -> None:
    """A sentence beside what a command writes, on stderr."""
    typer.echo(text.to(spoken()), err=True)


@contextmanager
def progress_line(language: str) -> Iterator[Told]:
    """A bar on stderr while something takes its time; nothing where nobody watches."""
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task("", total=1.0)

        def tell(share: float, step: Text) -> None:
            bar.update(task, completed=share, description=step.to(language))

        yield tell


def print_json(found: Schema | Iterable[Schema] | dict[str, Any] | list[dict[str, Any]]) -> None:
    """Plain values, as the interface for programs gives them."""
    json.dump(_plain(found), sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def print_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """For a spreadsheet."""
    sys.stdout.write(csv_text(header, rows))


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """For people."""
    table = _table(header)
    for row in rows:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    typer.echo(_text(table))


def flat(documents: Sequence[Schema]) -> tuple[list[str], list[list[object]]]:
    """Documents as header and rows: a number becomes value, low, high and n; one that is missing says its code."""
    rows = [
        {key: cell for name, value in document for key, cell in _cells(name, value).items()}
        for document in documents
    ]
    # What has parts in one document and is nothing in another needs no column beside those of its parts.
    told = dict.fromkeys(key for row in rows for key, cell in row.items() if cell is not None)
    header = [
        key
        for key in dict.fromkeys(key for row in rows for key in row)
        if key in told or not any(other.startswith(f"{key}_") for other in told)
    ]
    return header, [[row.get(key) for key in header] for row in rows]


def shown(documents: Sequence[Schema], language: str) -> tuple[list[str], list[list[object]]]:
    """Documents as header and rows to read: numbers with their interval, or the reason why they are missing."""
    header = [name for name, _value in documents[0]] if documents else []
    return header, [[_words(value, language) for _name, value in document] for document in documents]


def tell(output: Output, found: Any, listed: Sequence[Schema], language: str) -> None:
    """What was found: whole as JSON, or its list as CSV or as a table to read."""
    match output:
        case Output.JSON:
            print_json(found)
        case Output.CSV:
            print_csv(*flat(listed))
        case Output.TABLE:
            print_table(*shown(listed, language))


def counts_table(sources: Counts, language: str) -> str:
    """Received = stored + quarantined + duplicates, per source; below it what has no name yet."""
    table = _table(COUNTS[language], numbers_from=1)
    for name, counted in sources.items():
        table.add_row(name, *(f"{counted[key]:,}" for key in COUNTED))
    unmapped = [value for counted in sources.values() for value in counted["unmapped"]]
    below = [UNMAPPED.fill(values=", ".join(unmapped)).to(language)] if unmapped else []
    return "\n".join([_text(table), *below])


def lake_table(lake: LakeState, language: str) -> str:
    """What lies where, table by table."""
    table = _table(LAKE[language], numbers_from=1)
    for one in lake.tables:
        numbers = (one.rows, one.fresh_rows, one.buckets, one.fresh, one.row_bytes, one.entries)
        cut = f"{one.cut:%Y-%m-%d %H:%M}" if one.cut else "–"
        table.add_row(one.name, *("–" if each is None else f"{each:,}" for each in numbers), cut)
    return _text(table)


def trial_tables(trial: Trial, language: str) -> list[str]:
    """The counts of a trial, the first rows as they were understood, the first that were put aside."""
    parts = [counts_table(trial.sources, language)]
    for found in trial.understood:
        table = _table([column.to(language) for column in found.columns])
        for row in found.rows:
            table.add_row(*(cell.to(language) for cell in row))
        parts.append(f"{found.name.to(language)}\n{_text(table)}")
    aside = [ASIDE.fill(source=e.source, line=e.line, reason=e.text).to(language) for e in trial.put_aside]
    parts += [warning.to(language) for warning in trial.warnings]
    return [*parts, "\n".join(aside)] if aside else parts


def gap_table(report: GapReport, language: str) -> str:
    """The finding as a sentence, then every statement at every touchpoint."""
    table = _table(HEADINGS[language], numbers_from=2)
    for line in report.touchpoints:
        n = "" if isinstance(line.lived, Missing) else f"{line.lived.n:,}"
        table.add_row(
            line.touchpoint_name.to(language),
            line.facet_name.to(language),
            *(_share(side, language) for side in (line.promise, line.belief, line.lived)),
            n,
            *(_share(line.measured_gap(kind), language) for kind in ("delivery", "perception")),
        )
    sentences = [headline(report).to(language), evidence(report).to(language)]
    return "\n".join([*sentences, "", _text(table)])


def _share(measured: Measured, language: str) -> str:
    if isinstance(measured, Missing):
        return measured.reason.to(language)
    if measured.low == measured.high:
        return f"{measured.value * 100:.0f}"
    return f"{measured.value * 100:.0f} [{measured.low * 100:.0f}–{measured.high * 100:.0f}]".replace(
        "-", "−"
    )


def _plain(found: object) -> object:
    if isinstance(found, dict | list | tuple):
        return [_plain(each) for each in found] if not isinstance(found, dict) else found
    return found.model_dump(mode="json") if isinstance(found, Schema) else found


def _cells(name: str, value: object) -> dict[str, object]:
    match value:
        case Number():
            first = value.missing if value.value is None else value.value
            return {name: first, f"{name}_low": value.low, f"{name}_high": value.high, f"{name}_n": value.n}
        case MoneyOut():
            return {f"{name}_minor": value.minor, f"{name}_currency": value.currency}
        case TextOut():
            return {name: value.en}
        case list():
            return {name: " > ".join(each or "?" for each in value)}
    return {name: value}


def _words(value: object, language: str) -> object:
    match value:
        case Number(value=None, reason=TextOut() as reason):
            return reason.de if language == "de" else reason.en
        case Number(value=float() as middle, low=low, high=high):
            return f"{middle:.4g} [{low:.4g} … {high:.4g}]"
        case MoneyOut():
            return Money(value.minor, value.currency).said.to(language)
        case TextOut():
            return value.de if language == "de" else value.en
        case list():
            return " > ".join(each or "?" for each in value)
    return value


def _table(headings: Sequence[str], numbers_from: int | None = None) -> Table:
    table = Table(box=None, pad_edge=False)
    for position, heading in enumerate(headings):
        number = numbers_from is not None and position >= numbers_from
        table.add_column(heading, justify="right" if number else "left")
    return table


def _text(table: Table) -> str:
    out = StringIO()
    Console(file=out, markup=False, width=WIDTH if not sys.stdout.isatty() else None).print(table)
    return out.getvalue().rstrip()
