"""What a whole process cost, as the operating system accounts for it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of processor (all threads), and the largest memory in megabytes."""

    wall: float
    cpu: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of docs/benchmarks.md."""

    what: str
    ours: str
    floor: str
    ratio: str
    target: str


def cost_of(module: str, *words: str) -> Cost:
    """Run `python -m module words` to its end, and say what it cost. Raises if it fails."""
    begin = time.monotonic()
    # As on any machine: modules compiled once are not compiled again.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, "-m", module, *words], stdout=subprocess.DEVNULL, env=environment
    )
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, module)
    return Cost(time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turn(rounds: int, first: tuple[str, ...], second: tuple[str, ...]) -> tuple[Cost, Cost, float]:
    """Two processes A B A B …: their median costs, and the median of the ratios A/B of processor time, pair by pair."""
    pairs = [(cost_of(*first), cost_of(*second)) for _ in range(rounds)]
    ratio = median(a.cpu / b.cpu for a, b in pairs)
    return _middle([a for a, _ in pairs]), _middle([b for _, b in pairs]), ratio


def _middle(costs: list[Cost]) -> Cost:
    return Cost(median(c.wall for c in costs), median(c.cpu for c in costs), median(c.peak_mb for c in costs))
