"""What the invented company agreed on when it looked back: one thing carried out, one put off twice, one forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.bridge.practice.retrospectives import Became
from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class NewsTold:
    """What became of it; days count back from the end of the story, negative ones lie ahead."""

    how: Became
    ago: int
    words: Text
    until: int | None = None


@dataclass(frozen=True, slots=True)
class AgreementTold:
    """What was agreed on; `news` is told where nothing is planted, `planted` where the change falls back."""

    what: Text
    unit: str
    due: int
    news: tuple[NewsTold, ...]
    planted: tuple[NewsTold, ...] = ()


@dataclass(frozen=True, slots=True)
class RetrospectiveTold:
    """One retrospective."""

    title: Text
    occasion: Text
    seen: Text
    unit: str
    ago: int
    agreements: tuple[AgreementTold, ...]


CALLED = NewsTold(
    Became.DONE,
    150,
    Text(
        "The three texts that cause most calls are rewritten.",
        "Die drei Texte, nach denen am meisten angerufen wird, sind neu.",
    ),
)
SHUT = NewsTold(
    Became.DONE,
    120,
    Text("The mail gateway refuses customer lists.", "Der Postausgang lehnt Kundenlisten ab."),
)
LATER = NewsTold(
    Became.POSTPONED, 130, Text("The platform comes first.", "Die Plattform geht vor."), until=60
)
LATER_STILL = NewsTold(
    Became.POSTPONED,
    62,
    Text("Nobody has time before the new year.", "Vor dem neuen Jahr hat niemand Zeit."),
    until=-40,
)
VISITS = NewsTold(
    Became.DONE,
    110,
    Text("Two visits a month are in the calendar.", "Zwei Besuche im Monat stehen im Kalender."),
)
RETROSPECTIVES = (
    RetrospectiveTold(
        Text("Half a year of one record for everybody", "Ein halbes Jahr eine Akte für alle"),
        Text("after the third wave", "nach der dritten Welle"),
        Text(
            "Calls got shorter where letters got clearer. Lists go round by mail again because the platform is slow to learn.",
            "Gespräche wurden kürzer, wo Briefe klarer wurden. Listen gehen wieder herum, weil die Plattform langsam zu lernen ist.",
        ),
        "",
        200,
        (
            AgreementTold(
                Text(
                    "Rewrite the letters that cause most calls",
                    "Die Briefe neu schreiben, nach denen am meisten angerufen wird",
                ),
                "operations",
                140,
                (CALLED,),
                (CALLED,),
            ),
            AgreementTold(
                Text(
                    "End customer lists by mail technically, too",
                    "Kundenlisten per Mail auch technisch beenden",
                ),
                "marketing",
                125,
                (SHUT,),
                (LATER, LATER_STILL),
            ),
            AgreementTold(
                Text(
                    "Leaders visit a team every second week", "Die Führung besucht alle zwei Wochen ein Team"
                ),
                "service",
                100,
                (VISITS,),
            ),
        ),
    ),
)
