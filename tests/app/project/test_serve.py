"""Two processes are started, watched over, and ended in order."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from typing import TYPE_CHECKING

import pytest

from leitstern.app.project import serve
from leitstern.app.project.serve import Process, Supervisor, free_port
from leitstern.core.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

STAYS = [sys.executable, "-c", "import time; time.sleep(60)"]
DIES = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.fixture
def started() -> Iterator[list[Process]]:
    processes: list[Process] = []
    yield processes
    for process in processes:
        process.running.kill()
        process.running.wait()


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def tend_until_restarted(process: Process) -> None:
    before = process.running.pid

    def restarted() -> bool:
        process.tend()
        return process.running.pid != before

    until(restarted)


def test_a_port_that_is_taken_is_refused_and_any_other_is_free() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        with pytest.raises(Conflict, match=str(number)):
            free_port(number)
        assert free_port(None) not in {0, number}


def test_a_process_that_died_is_started_again(
    started: list[Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "SHORTEST_PAUSE", 0.01)
    process = Process(STAYS)
    started.append(process)
    process.running.kill()
    process.running.wait()
    tend_until_restarted(process)
    assert process.running.poll() is None


def test_one_that_keeps_dying_is_started_ever_more_rarely(
    started: list[Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "SHORTEST_PAUSE", 0.01)
    process = Process(DIES)
    started.append(process)
    pauses = []
    for _ in range(3):
        tend_until_restarted(process)
        pauses.append(process.pause)
    assert pauses == [0.02, 0.04, 0.08]
    monkeypatch.setattr(serve, "LONGEST_PAUSE", 0.1)
    for _ in range(2):
        tend_until_restarted(process)
    assert process.pause == 0.1


def test_both_are_ended_gently_and_by_force_if_need_be(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(serve, "PATIENCE", 0.5)
    deaf = tmp_path / "deaf"
    stubborn = (
        "import signal, time, pathlib; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
        f"pathlib.Path({str(deaf)!r}).touch(); time.sleep(60)"
    )
    supervisor = Supervisor("127.0.0.1", 1)
    supervisor.commands = (STAYS, [sys.executable, "-c", stubborn])
    supervisor.start()
    until(deaf.exists)
    supervisor.end()
    gentle, forced = (process.running.returncode for process in supervisor.processes)
    assert (gentle, forced) == (-signal.SIGTERM, -signal.SIGKILL)


def test_it_runs_until_it_is_asked_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    supervisor = Supervisor("127.0.0.1", 1)
    supervisor.commands = (STAYS, STAYS)
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        supervisor.run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert all(process.running.returncode is not None for process in supervisor.processes)
