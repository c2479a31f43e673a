"""What earlier builds of technology brought customers, before the next one rests on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.ledger import Verdict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leitstern.core.bridge.portfolio.picture import Initiative

STOPPED = Text(
    en="It builds on “{title}”, which was stopped.",
    de="Sie baut auf „{title}“ auf, und das wurde gestoppt.",
)
UNSHOWN: dict[Verdict, Text] = {
    Verdict.WAITING: Text(
        en="It builds on “{title}”, and nobody has measured what that brought. Bring its result first.",
        de="Sie baut auf „{title}“ auf, und niemand hat gemessen, was das gebracht hat. Tragen Sie zuerst das Ergebnis ein.",
    ),
    Verdict.SHORT: Text(
        en="It builds on “{title}”, which did not bring what was expected of it.",
        de="Sie baut auf „{title}“ auf, und das hat nicht gebracht, was davon erwartet wurde.",
    ),
    Verdict.UNCLEAR: Text(
        en="It builds on “{title}”, and whether that brought what was expected cannot be told yet.",
        de="Sie baut auf „{title}“ auf, und ob das gebracht hat, was davon erwartet wurde, lässt sich noch nicht sagen.",
    ),
}


@dataclass(frozen=True, slots=True)
class Build:
    """An approved initiative of technology: what came of its frozen expectation, and whether it was stopped."""

    title: str
    verdict: Verdict
    stopped: bool = False


def unshown(one: Initiative, builds: Mapping[int, Build]) -> Iterator[Text]:
    """Why the builds an initiative of technology rests on do not carry it; nothing where each reached what was expected."""
    if not one.is_technology:
        return
    for key in one.needs:
        build = builds.get(key)
        if build is None:
            continue
        if build.stopped:
            yield STOPPED.fill(title=build.title)
        elif build.verdict in UNSHOWN:
            yield UNSHOWN[build.verdict].fill(title=build.title)
