"""How findings look in a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

from leitstern.core.gap.headlines import evidence, headline
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.app.common.jobs import Progress as Told
    from leitstern.core.gap.findings import GapReport
    from leitstern.core.stats.estimate import Measured

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
COUNTED = ("rows", "received", "contacts", "promises", "feedback", "quarantined", "duplicates")
WIDTH = 140


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


def counts_table(sources: dict[str, dict[str, Any]], language: str) -> str:
    """Received = stored + quarantined + duplicates, per source."""
    table = _table(COUNTS[language], numbers_from=1)
    for name, counted in sources.items():
        table.add_row(name, *(f"{counted[key]:,}" for key in COUNTED))
    return _text(table)


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


def _table(headings: tuple[str, ...], numbers_from: int) -> Table:
    table = Table(box=None, pad_edge=False)
    for position, heading in enumerate(headings):
        table.add_column(heading, justify="right" if position >= numbers_from else "left")
    return table


def _text(table: Table) -> str:
    out = StringIO()
    Console(file=out, width=WIDTH if not sys.stdout.isatty() else None).print(table)
    return out.getvalue().rstrip()
