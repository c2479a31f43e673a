"""The guesses of the people inside as a file that can be handed in."""

from __future__ import annotations

import csv
from dataclasses import astuple, fields
from typing import TYPE_CHECKING

from leitstern.collect.example.guesses import Guess, guesses

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.example.world import World


def write_beliefs(path: Path, world: World) -> None:
    """One row per guess."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(field.name for field in fields(Guess))
        writer.writerows(astuple(guess) for guess in guesses(world))
