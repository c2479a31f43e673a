"""`leitstern serve`: supervises two processes that talk only through the databases, web and worker."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

WEB = "web"
WORKER = "worker"
RESTART_PAUSE = 1.0


def free_port(wanted: int | None) -> int:
    """`wanted` if it is free, otherwise any free one. Raises OSError if a wanted port is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", wanted or 0))
        port: int = probe.getsockname()[1]
        return port


class Supervisor:
    """Starts both processes, restarts one that dies, ends both on SIGTERM or SIGINT."""

    def __init__(self, host: str, port: int) -> None:
        self.commands = {
            WEB: [sys.executable, "-m", "leitstern.app.project.serve", WEB, host, str(port)],
            WORKER: [sys.executable, "-m", "leitstern.app.project.serve", WORKER],
        }
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.stopping = False

    def run(self) -> None:
        """Block until told to stop."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._stop)
        self.start()
        while not self.stopping:
            time.sleep(0.2)
            for name, process in list(self.processes.items()):
                if process.poll() is not None and not self.stopping:
                    time.sleep(RESTART_PAUSE)
                    self.processes[name] = self._spawn(name)
        self.end()

    def start(self) -> None:
        """Start both."""
        self.processes = {name: self._spawn(name) for name in self.commands}

    def end(self) -> None:
        """End both, gently first."""
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _spawn(self, name: str) -> subprocess.Popen[bytes]:
        # A session of their own: Ctrl-C reaches only the supervisor, which ends them in order.
        return subprocess.Popen(self.commands[name], start_new_session=True)  # noqa: S603

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
    """The worker process: one job after the other until told to stop."""
    import django

    django.setup()
    from leitstern.app.common.jobs import run_next

    stop = False

    def ask(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stop
        stop = True

    signal.signal(signal.SIGTERM, ask)
    while not stop:
        if run_next() is None:
            time.sleep(0.5)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leitstern.app.project.settings")
    if sys.argv[1] == WEB:
        serve_web(sys.argv[2], int(sys.argv[3]))
    else:
        serve_worker()
