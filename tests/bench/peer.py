"""What pm4py takes for the same: `PYTHON peer.py FILE`, in an environment of its own, never in ours.

`folder` makes that environment. Prints the processor seconds of directly-follows, how often and how long, over a
Parquet file.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

PEER = "pm4py==2.7.23.11"
MISSING = "pm4py could not be installed here"


def ask_peer(folder: Path, file: Path) -> float | None:
    """Processor seconds of the peer; None if it cannot be installed."""
    python = folder / "peer" / "bin" / "python"
    uv = Path(sys.executable).with_name("uv")
    try:
        subprocess.run([uv, "venv", "-q", "-p", sys.executable, folder / "peer"], check=True)
        subprocess.run([uv, "pip", "install", "-q", "-p", python, PEER, "pyarrow"], check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    told = subprocess.run([python, __file__, file], check=True, capture_output=True, text=True)
    return float(told.stdout.split()[-1])


def _measure(file: str) -> float:
    import pandas  # type: ignore[import-untyped,unused-ignore]
    import pm4py  # type: ignore[import-not-found]

    log = pandas.read_parquet(file)
    log["moment"] = pandas.to_datetime(log["moment"], utc=True)
    log = pm4py.format_dataframe(log, case_id="case_no", activity_key="touchpoint", timestamp_key="moment")
    begin = time.process_time()
    pm4py.discover_dfg(log)  # how often; the other says how long only
    pm4py.discover_performance_dfg(log)
    return time.process_time() - begin


if __name__ == "__main__":
    sys.stdout.write(f"{_measure(sys.argv[1])}\n")
