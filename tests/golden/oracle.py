"""What pm4py finds in an event log: `PYTHON oracle.py LOG.xes.gz > LOG.json`, in an environment of its own.

See README.md in this folder. Times are whole microseconds; a *middle* is the pair of values in the middle, twice the
same where their number is odd, so that nothing hangs on how a median of an even number is chosen.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

CASE, WHAT, WHEN, PLACE = "case:concept:name", "concept:name", "time:timestamp", "place"
TOP = 20


def main(path: str) -> None:
    """Print the numbers of one log."""
    import pm4py  # type: ignore[import-not-found]
    from pm4py.algo.discovery.dfg.adapters.pandas import df_statistics  # type: ignore[import-not-found]

    log = pm4py.read_xes(path, show_progress_bar=False)
    log[PLACE] = range(len(log))
    log = log.sort_values([CASE, WHEN, PLACE])  # tied times in the order of the file
    as_sorted = {"sort_caseid_required": False, "sort_timestamp_along_case_id": False}
    counts = df_statistics.get_dfg_graph(log, measure="frequency", **as_sorted)
    waits = df_statistics.get_dfg_graph(
        log, measure="performance", perf_aggregation_key="raw_values", **as_sorted
    )
    variants = Counter(tuple(case) for case in log.groupby(CASE, sort=False)[WHAT].agg(list))
    times = log.groupby(CASE, sort=False)[WHEN].agg(["min", "max"])
    durations = [micro(seconds) for seconds in pm4py.get_all_case_durations(log.sort_values([WHEN, PLACE]))]
    if sorted(durations) != sorted(
        (last - first).value // 1000 for first, last in zip(times["min"], times["max"], strict=True)
    ):
        raise SystemExit("The library and the log do not agree on how long cases take.")
    least = sorted(variants.values(), reverse=True)[: TOP + 1][-1]
    found = {
        "events": len(log),
        "cases": len(times),
        "activities": sorted(set(log[WHAT])),
        "tied": int(log.duplicated([CASE, WHEN]).sum()),
        "starts": dict(sorted(pm4py.get_start_activities(log).items())),
        "ends": dict(sorted(pm4py.get_end_activities(log).items())),
        "durations": {"sum": sum(durations), "middle": middle(durations), "longest": max(durations)},
        "follows": [
            [*pair, int(count), *middle([micro(wait) for wait in waits[pair]])]
            for pair, count in sorted(counts.items())
        ],
        "variants": [
            [count, *path]
            for path, count in sorted(variants.items(), key=lambda each: (-each[1], each[0]))
            if count >= least
        ][: TOP * 2],
        "different": len(variants),
    }
    lines = [f"{json.dumps(name)}: {_told(value)}" for name, value in found.items()]
    sys.stdout.write("{\n" + ",\n".join(lines) + "\n}\n")


def micro(seconds: float) -> int:
    """Seconds as whole microseconds: below a century a float tells them apart."""
    return round(seconds * 1_000_000)


def middle(values: list[int]) -> tuple[int, int]:
    """The two values in the middle."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]


def _told(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], list):
        return "[\n" + ",\n".join(json.dumps(each) for each in value) + "\n]"
    return json.dumps(value)


if __name__ == "__main__":
    main(sys.argv[1])
