"""A small company to try the shared language on."""

from __future__ import annotations

from leitstern.core.company.taxonomy import Channel, Department, Promise, Stage, Taxonomy, Touchpoint
from leitstern.core.texts import Text


def text(name: str) -> Text:
    """The same word in both languages."""
    return Text(en=name, de=name)


def company(*touchpoints: Touchpoint) -> Taxonomy:
    """Two departments, two channels, one stage, and these touchpoints."""
    return Taxonomy(
        company=text("Mühlhaus"),
        time_zone="Europe/Berlin",
        departments=(Department(1, "service", text("Service")), Department(2, "sales", text("Sales"))),
        channels=(
            Channel(1, "phone", Text(en="Phone", de="Telefon"), digital=False),
            Channel(2, "web", Text(en="Website", de="Webseite"), digital=True),
        ),
        stages=(Stage(1, "ask", text("Ask")),),
        touchpoints=touchpoints,
    )


def call(code: int = 1, slug: str = "call", **other: object) -> Touchpoint:
    """A call to the service."""
    known: dict[str, object] = {
        "name": Text(en="Call", de="Anruf"),
        "stage": "ask",
        "department": "service",
        "synonyms": ("Call in",),
    }
    return Touchpoint(code=code, slug=slug, **(known | other))  # type: ignore[arg-type]


def answer_in_time(**other: object) -> Promise:
    """95 of 100 get their answer in time."""
    known: dict[str, object] = {
        "code": 1,
        "slug": "answer",
        "touchpoint": "call",
        "facet": "in_time",
        "share": 0.95,
        "text": text("You have our answer in time."),
    }
    return Promise(**(known | other))  # type: ignore[arg-type]
