"""Five hundred applications and two thousand capabilities."""

from __future__ import annotations

APPLICATIONS, CAPABILITIES, DATA = 500, 2_000, 100


def enter_inventory() -> None:
    """Applications of every kind, joined in a few places, each serving a few capabilities."""
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.app.stack import shelf
    from leitstern.core.inside.stack.inventory import (
        Application,
        Capability,
        DataObject,
        Gap,
        Integration,
        Thing,
    )
    from leitstern.core.inside.stack.terms import Category, Level, Remedy, Way

    units, kinds = [each.slug for each in require_taxonomy().departments], list(Category)

    def app(n: int) -> str:
        return f"bench_{n % APPLICATIONS}"

    applications = [
        Application(
            app(n),
            f"Application {n}",
            kinds[n % len(kinds)],
            units=(units[n % len(units)],),
            owner=f"Head {n % 40}" if n % 7 else "",
            it_owner="IT",
        )
        for n in range(APPLICATIONS)
    ]
    capabilities = [
        Capability(
            f"bench_{n}",
            f"Capability {n}",
            "I reach what I want.",
            f"Head {n % 40}" if n % 5 else "",
            applications=(app(n), app(n * 7)),
            people=Level.THERE,
            process=Level.WORKS,
            technology=Level.MISSING,
            gaps=(Gap("Too slow", app(n), critical=n % 2 == 0, remedy=Remedy.UPGRADE),),
        )
        for n in range(CAPABILITIES)
    ]
    data = [
        DataObject(f"bench_{n}", f"Data {n}", app(n), tuple(app(n + k) for k in range(5)))
        for n in range(DATA)
    ]
    joins = [
        Integration(app(n), app(n * 3 + 1), Way.LIVE, (f"bench_{n % DATA}",)) for n in range(APPLICATIONS)
    ]
    things: tuple[Thing, ...] = (*applications, *capabilities, *data, *joins)
    shelf.put(COMMAND_LINE, [(each, True) for each in things])
