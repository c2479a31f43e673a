"""How long a newcomer waits for the example company."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.measuring import Row

COMMAND = Path(sys.executable).with_name("leitstern")


def measure_demo(folder: Path) -> list[Row]:
    """`leitstern demo` from nothing until its link is printed; the home stays in `folder`/demo."""
    environment = {**os.environ, "LEITSTERN_DEMO_HOME": str(folder / "demo"), "PYTHONUNBUFFERED": "1"}
    begin = time.monotonic()
    process = subprocess.Popen([COMMAND, "demo"], env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    for line in process.stdout:
        if "/start/" in line:
            break
    took = time.monotonic() - begin
    process.terminate()
    process.wait()
    process.stdout.close()
    return [
        Row(
            "installed → example company open (20,000 customers, 300,000 contacts)",
            f"{took:.0f} s",
            "–",
            "–",
            "< 60 s",
        )
    ]
