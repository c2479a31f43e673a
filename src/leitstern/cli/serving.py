"""Starting Leitstern: `serve`, `demo`, `first-link`."""

from __future__ import annotations

import os
import time
from datetime import date
from typing import Annotated

import typer

from leitstern.cli.setup import make_home

Port = Annotated[int | None, typer.Option(envvar="PORT", help="Any free one unless given.")]


def serve(
    port: Port = None, host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1"
) -> None:
    """Start the web pages and the worker; the first start prints the administrator's one-time link."""
    from leitstern.app.project.serve import Supervisor, collect_static, free_port

    make_home()
    collect_static()
    port = free_port(port)
    from leitstern.app.accounts.actions import issue_first_link

    address = os.environ.get("LEITSTERN_PUBLIC_URL") or f"http://localhost:{port}"
    token = issue_first_link()
    typer.echo(f"Leitstern: {address}")
    if token:
        typer.echo(f"You are the first. Become the administrator here (works once): {address}/start/{token}")
    Supervisor(host, port).run()


def first_link() -> None:
    """A new one-time link for the first administrator, as long as nobody is there yet."""
    make_home()
    from leitstern.app.accounts.actions import issue_first_link

    token = issue_first_link()
    typer.echo(
        f"/start/{token}" if token else "Somebody is here already; an administrator can invite others."
    )


def demo(
    port: Port = None,
    check: Annotated[bool, typer.Option("--check", help="Look at every page, then stop.")] = False,
    customers: Annotated[int, typer.Option(help="Size of the example company.")] = 20_000,
) -> None:
    """The example company in the browser, everything filled in."""
    os.environ["LEITSTERN_HOME"] = os.environ.get("LEITSTERN_DEMO_HOME", ".demo")
    home = make_home()
    from leitstern.app.project.example import found_company
    from leitstern.app.project.serve import Supervisor, collect_static, free_port

    begin = time.monotonic()
    found_company(home, customers=customers, until=date.today(), say=typer.echo)  # noqa: DTZ011
    collect_static()
    port = free_port(port)
    from leitstern.app.accounts.actions import open_example

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
    typer.echo(
        f"Ready after {time.monotonic() - begin:.0f} s. Open the example company:\n\n    {link}\n\nCtrl-C ends it."
    )
    supervisor.run()
