"""Starting Leitstern: `serve`, `demo`, `first-link`."""

from __future__ import annotations

import os
import time
from datetime import date, timedelta
from typing import Annotated

import typer

from leitstern.cli.options import Lang, Language
from leitstern.cli.setup import make_home
from leitstern.core.texts import Text

ANYWHERE = "0.0.0.0"  # noqa: S104 - listening to all addresses is what was asked for
Port = Annotated[
    int | None, typer.Option(envvar="PORT", min=1, max=65_535, help="Any free one unless given.")
]
FIRST = Text(
    en="You are the first. Become the administrator here (works once): {link}",
    de="Sie sind hier die erste Person. Werden Sie die Administration (geht einmal): {link}",
)
SOMEBODY = Text(
    en="Somebody is here already; an administrator can invite others.",
    de="Es ist schon jemand da; die Administration kann weitere Personen einladen.",
)
READY = Text(
    en="Ready after {seconds:.0f} s. Open the example company:\n\n    {link}\n\nCtrl-C ends it.",
    de="Fertig nach {seconds:.0f} s. Öffnen Sie das Beispielunternehmen:\n\n    {link}\n\nStrg-C beendet es.",
)


def serve(
    port: Port = None, host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1"
) -> None:
    """Start the web pages and the worker; the first start prints the administrator's one-time link."""
    from leitstern.app.project.serve import Supervisor, collect_static, free_port

    port = free_port(port)
    address = os.environ.get("LEITSTERN_PUBLIC_URL", "").rstrip("/") or f"http://{_reached(host)}:{port}"
    make_home()
    collect_static()
    from leitstern.app.accounts.actions import issue_first_link
    from leitstern.cli.output import say

    token = issue_first_link()
    typer.echo(f"Leitstern: {address}")
    if token:
        say(FIRST.fill(link=f"{address}/start/{token}"))
    Supervisor(host, port).run()


def _reached(host: str) -> str:
    """Under which name others reach a server that listens to `host`; it answers to that name, too, unless told."""
    from leitstern.app.common.network import network_address
    from leitstern.app.project.config import THIS_MACHINE

    if host in THIS_MACHINE:
        return "localhost"
    reached = (network_address() or "localhost") if host == ANYWHERE else host
    os.environ.setdefault("LEITSTERN_HOSTS", ",".join(dict.fromkeys((*THIS_MACHINE, reached))))
    return reached


def first_link() -> None:
    """A new one-time link for the first administrator, as long as nobody is there yet."""
    make_home()
    from leitstern.app.accounts.actions import issue_first_link
    from leitstern.cli.output import say

    token = issue_first_link()
    if token:
        typer.echo(f"/start/{token}")
    else:
        say(SOMEBODY)


def demo(
    port: Port = None,
    check: Annotated[bool, typer.Option("--check", help="Look at every page, then stop.")] = False,
    customers: Annotated[int, typer.Option(min=200, help="Size of the example company.")] = 20_000,
    lang: Language = Lang.DE,
) -> None:
    """The example company in the browser, everything filled in."""
    from leitstern.app.project.serve import Supervisor, collect_static, free_port

    port = free_port(port)
    os.environ["LEITSTERN_HOME"] = os.environ.get("LEITSTERN_DEMO_HOME", ".demo")
    home = make_home()
    from leitstern.app.intake.ahead import queue_ahead
    from leitstern.app.project.example import found_company
    from leitstern.app.project.example_inside import found_inside

    begin, today = time.monotonic(), date.today()  # noqa: DTZ011
    # Systems deliver at night: nothing is told that is still to come today.
    yesterday = today - timedelta(days=1)
    found_company(home, customers=customers, until=yesterday, say=typer.echo)
    found_inside(until=today, language=lang, say=typer.echo)
    queue_ahead()
    collect_static()
    from leitstern.app.accounts.actions import open_example
    from leitstern.cli.output import say

    link = f"http://localhost:{port}/start/{open_example()}"
    supervisor = Supervisor("127.0.0.1", port)
    if check:
        from leitstern.app.project.look_around import look_around

        supervisor.start()
        try:
            look_around(link, say=typer.echo)
        finally:
            supervisor.end()
        return
    say(READY.fill(seconds=time.monotonic() - begin, link=link))
    supervisor.run()
