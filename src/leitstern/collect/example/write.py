"""Writing the invented company into a folder, ready to be imported like any other company's files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leitstern.collect.belief_sheet import write_belief_sheet
from leitstern.collect.example.files import write_files
from leitstern.collect.example.guesses import guesses
from leitstern.collect.example.history import history
from leitstern.collect.example.truths import MAPPING, PLANTED, TAXONOMY, TWIN, taxonomy
from leitstern.collect.example.world import world

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExampleFiles:
    """Where everything lies, and how much of it a lake will hold."""

    folder: Path
    mapping: Path
    taxonomy: Path
    beliefs: Path
    contacts: int
    promises: int
    answers: int


def write_example(
    folder: Path,
    *,
    seed: int = 7,
    customers: int = 20_000,
    contacts: int = 300_000,
    until: date = date(2026, 6, 30),
    planted: bool = True,
) -> ExampleFiles:
    """Two years of the invented company up to and including `until`, written into `folder`.

    The same arguments give the same bytes (with the same numpy). `planted=False` is the twin without any truth to
    find. Raises InvalidInput if there are fewer than 200 customers, or twelve contacts for each.
    """
    lived = history(world(seed, customers, contacts, until, PLANTED if planted else TWIN))
    folder.mkdir(parents=True, exist_ok=True)
    found = ExampleFiles(
        folder=folder,
        mapping=folder / "mapping.yaml",
        taxonomy=folder / "taxonomy.yaml",
        beliefs=folder / "beliefs.xlsx",
        contacts=sum(len(v) for v in lived.visits),
        promises=lived.dated_promises,
        answers=sum(len(a) for a in lived.answers),
    )
    found.mapping.write_bytes(MAPPING.read_bytes())
    found.taxonomy.write_bytes(TAXONOMY.read_bytes())
    write_files(folder, lived)
    write_belief_sheet(found.beliefs, taxonomy(), "de", filled=guesses(lived.world))
    return found
