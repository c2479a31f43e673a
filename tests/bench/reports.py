"""How long the board deck and the data book take, with the findings known, as after a visit of the situation page."""

from __future__ import annotations

import os
import time
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.measuring import Row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROUNDS = 5


def measure_reports(folder: Path) -> list[Row]:
    """Medians over five of each, of the home in `folder`/demo."""
    os.environ["LEITSTERN_HOME"] = str(folder / "demo")
    os.environ["DJANGO_SETTINGS_MODULE"] = "leitstern.app.project.settings"
    import django

    django.setup()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.outside.reading import require_published
    from leitstern.app.reports.book import data_book
    from leitstern.app.reports.deck import board_deck
    from leitstern.app.reports.standing import standing_for

    state, now = require_published(), timezone.localtime()
    deck = _seconds(lambda: board_deck(state, standing_for(COMMAND_LINE), "de", now))
    book = _seconds(lambda: data_book(COMMAND_LINE, state, "de", now))
    return [
        Row("board deck, ten slides (median of 5)", f"{deck:.2f} s", "–", "–", "≤ 2 s"),
        Row("data book (median of 5)", f"{book:.2f} s", "–", "–", "–"),
    ]


def _seconds(make: Callable[[], object]) -> float:
    make()
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        make()
        times.append(time.perf_counter() - begin)
    return median(times)
