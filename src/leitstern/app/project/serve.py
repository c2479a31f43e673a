"""`leitstern serve`: supervises two processes that talk only through the databases, web and worker."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

WEB = "web"
WORKER = "worker"
SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before a process that died is started again
TAKEN = Text(
    en="Port {port} cannot be used here: it is taken, or needs more rights. Choose another one, or none for any.",
    de="Port {port} lässt sich hier nicht benutzen: Er ist belegt oder verlangt mehr Rechte. Wählen Sie einen anderen, "
    "oder keinen für irgendeinen freien.",
)
PATIENCE = 10  # seconds that a process may take to end


def free_port(wanted: int | None) -> int:
    """`wanted`, or any free port. Raises Conflict if a wanted port is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted or 0))
        except OSError:
            raise Conflict(TAKEN.fill(port=wanted)) from None
        port: int = probe.getsockname()[1]
        return port


class Process:
    """One of the two processes, and when to start it again if it dies."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.pause = SHORTEST_PAUSE
        self.start()

    def start(self) -> None:
        """Start it, now."""
        # A session of their own: Ctrl-C reaches only the supervisor, which ends them in order.
        self.running = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603
        self.started, self.due = time.monotonic(), 0.0

    def tend(self) -> None:
        """Start it again if it died: soon, but ever later if it keeps dying at once."""
        now = time.monotonic()
        if self.running.poll() is None:
            return
        if not self.due:
            lived = now - self.started
            self.pause = SHORTEST_PAUSE if lived > LONGEST_PAUSE else min(2 * self.pause, LONGEST_PAUSE)
            self.due = now + self.pause
        elif now > self.due:
            self.start()

    def end(self) -> None:
        """Wait for its end, which was asked for; work that would take longer is taken up again at the next start."""
        try:
            self.running.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.running.kill()
            self.running.wait()


class Supervisor:
    """Starts both processes, restarts one that dies, ends both on SIGTERM or SIGINT."""

    def __init__(self, host: str, port: int) -> None:
        this = [sys.executable, "-m", "leitstern.app.project.serve"]
        self.commands = ([*this, WEB, host, str(port)], [*this, WORKER])
        self.processes: list[Process] = []
        self.stopping = False

    def run(self) -> None:
        """Block until told to stop."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        self.start()
        while not self.stopping:
            time.sleep(0.2)
            for process in self.processes:
                process.tend()
        self.end()

    def start(self) -> None:
        """Start both."""
        self.processes = [Process(command) for command in self.commands]

    def end(self) -> None:
        """End both, gently first."""
        for process in self.processes:
            process.running.terminate()
        for process in self.processes:
            process.end()

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        self.stopping = True


def collect_static() -> None:
    """Compressed, fingerprinted files in the home's cache; quick when nothing changed."""
    from django.core.management import call_command

    call_command("collectstatic", verbosity=0, interactive=False)


def serve_web(host: str, port: int) -> None:
    """The web process."""
    import uvicorn

    uvicorn.run(
        "leitstern.app.project.asgi:application",
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        proxy_headers=bool(os.environ.get("LEITSTERN_PUBLIC_URL")),
        lifespan="off",
        server_header=False,
    )


def serve_worker() -> None:
    """The worker process: mend what a crash left behind, then one job after the other until told to stop."""
    import django

    django.setup()
    from leitstern.app.common.jobs import run_next, tend
    from leitstern.app.company.clock import company_time
    from leitstern.app.intake.actions import put_in_order

    stop = False

    def ask(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stop
        stop = True

    signal.signal(signal.SIGTERM, ask)
    put_in_order()
    while not stop:
        with company_time():
            worked = run_next() is not None or tend()
        if not worked:
            time.sleep(0.5)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leitstern.app.project.settings")
    if sys.argv[1] == WEB:
        serve_web(sys.argv[2], int(sys.argv[3]))
    else:
        serve_worker()
