"""The instruments that come with the program: our own, and packs whose licence permits it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from leitstern.collect.instrument_file import load_instrument

if TYPE_CHECKING:
    from leitstern.core.inside.instrument import Instrument

HERE = Path(__file__).parent
OWN = "leitstern"  # the one that places a company


@cache
def shipped() -> tuple[Instrument, ...]:
    """All of them, our own first."""
    found = [load_instrument(file) for file in sorted(HERE.glob("*.yaml"))]
    return tuple(sorted(found, key=lambda instrument: (instrument.slug != OWN, instrument.slug)))
