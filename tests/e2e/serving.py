"""A real installation, started by the command a person would type, on a free port."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = Path(sys.executable).with_name("leitstern")
LINK = re.compile(r"http://localhost:\d+/start/\S+")
PATIENCE = 300.0  # seconds until it must answer
LENA, VIKTOR, ADA = (
    "Lena Leitner",
    "Viktor Vorwerk",
    "Ada Albers",
)  # of the cast: head of customer experience, board, administrator


@dataclass(frozen=True, slots=True)
class Installation:
    """Where it answers, and the link it printed."""

    address: str
    link: str


@contextmanager
def running(folder: Path, *words: str, **environment: str) -> Iterator[Installation]:
    """`leitstern WORDS` in `folder`, until the block ends."""
    log = folder / "log.txt"
    with log.open("w") as out:
        process = subprocess.Popen(
            [COMMAND, *words], cwd=folder, stdout=out, stderr=out, env={**os.environ, **environment}
        )
    try:
        yield _patiently(process, log)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _patiently(process: subprocess.Popen[bytes], log: Path) -> Installation:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = LINK.search(log.read_text())
        if found and _answers(port := int(found[0].split(":")[2].split("/")[0])):
            return Installation(f"http://localhost:{port}", found[0])
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"It did not start:\n{log.read_text()}")


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
