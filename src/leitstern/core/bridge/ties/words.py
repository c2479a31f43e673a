"""What things, columns and ties are called, and what is said about one thing as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.ties.graph import Kind, Layer
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.core.bridge.ties.graph import Key, Step, Touching

KINDS = {
    Kind.TOUCHPOINT: Text(en="touchpoint", de="Kontaktpunkt"),
    Kind.JOURNEY: Text(en="journey", de="Kundenreise"),
    Kind.PROMISE: Text(en="promise", de="Versprechen"),
    Kind.UNIT: Text(en="department", de="Bereich"),
    Kind.ROLE: Text(en="role", de="Rolle"),
    Kind.TEAM: Text(en="team", de="Team"),
    Kind.PERSON: Text(en="accountable person", de="verantwortliche Person"),
    Kind.PROCESS: Text(en="process", de="Prozess"),
    Kind.INTERFACE: Text(en="interface", de="Schnittstelle"),
    Kind.PRINCIPLE: Text(en="principle", de="Prinzip"),
    Kind.STOPPED: Text(en="on the stop list", de="auf der Stoppliste"),
    Kind.HURDLE: Text(en="hurdle", de="Hürde"),
    Kind.CAPABILITY: Text(en="capability", de="Fähigkeit"),
    Kind.APPLICATION: Text(en="application", de="Anwendung"),
    Kind.DATA: Text(en="data object", de="Datenobjekt"),
    Kind.INITIATIVE: Text(en="initiative", de="Initiative"),
    Kind.MEASURE: Text(en="measure", de="Maßnahme"),
    Kind.DECISION: Text(en="decision", de="Entscheidung"),
    Kind.TASK: Text(en="task", de="Aufgabe"),
    Kind.BRIEF: Text(en="brief", de="Leitbrief"),
    Kind.PILOT: Text(en="pilot", de="Pilot"),
    Kind.STORY: Text(en="story", de="Geschichte"),
    Kind.GOAL: Text(en="goal", de="Ziel"),
    Kind.FIGURE: Text(en="key figure", de="Kennzahl"),
    Kind.CONFLICT: Text(en="conflict of aims", de="Zielkonflikt"),
}
LAYERS = {
    Layer.CUSTOMERS: Text(en="What customers meet", de="Was die Kundschaft trifft"),
    Layer.WHO: Text(en="Who answers for it", de="Wer dafür einsteht"),
    Layer.HOW: Text(en="How it is worked", de="Wie gearbeitet wird"),
    Layer.WITH: Text(en="With what", de="Womit"),
    Layer.CHANGE: Text(en="What changes it", de="Was es verändert"),
    Layer.FOR: Text(en="What it counts for", de="Worauf es einzahlt"),
}
NOBODY = {
    Layer.CUSTOMERS: Text(en="no customer meets it", de="keine Kundin und kein Kunde trifft darauf"),
    Layer.WHO: Text(en="nobody answers for it", de="niemand steht dafür ein"),
    Layer.HOW: Text(
        en="no process and no principle is on record", de="kein Prozess und kein Prinzip ist erfasst"
    ),
    Layer.WITH: Text(en="no application is on record", de="keine Anwendung ist erfasst"),
    Layer.CHANGE: Text(en="nothing is under way", de="nichts ist unterwegs"),
    Layer.FOR: Text(
        en="no goal and no key figure depends on it", de="es zahlt auf kein Ziel und keine Kennzahl ein"
    ),
}
_NOTHING = Text(en="Nothing touches “{name}” yet.", de="Noch hängt nichts an „{name}“.")
_ALL = Text(
    en="{n} things touch “{name}”, from those who answer for it to what it counts for.",
    de="{n} Dinge hängen an „{name}“, von denen, die dafür einstehen, bis zu dem, worauf es einzahlt.",
)
_ONE = Text(en="One thing touches “{name}”; {missing}.", de="Eines hängt an „{name}“; {missing}.")
_SOME = Text(en="{n} things touch “{name}”; {missing}.", de="{n} Dinge hängen an „{name}“; {missing}.")


def sentence(name: Text, found: Mapping[Layer, Sequence[Touching]], own: Layer) -> Text:
    """How much there is, and which columns stay empty; the column of the thing itself is no finding."""
    n = sum(len(each) for each in found.values())
    if not n:
        return _NOTHING.fill(name=name)
    empty = [NOBODY[layer] for layer, each in found.items() if not each and layer is not own]
    if not empty:
        return _ALL.fill(name=name, n=n)
    missing = Text(en=", ".join(each.en for each in empty), de=", ".join(each.de for each in empty))
    return (_ONE if n == 1 else _SOME).fill(name=name, n=n, missing=missing)


def way(found: Touching) -> Text:
    """How it touches: the ties on the way, each as said by whoever entered it."""
    said = [
        Text(
            en=f"{_end(each.tie.source, each).en} {each.tie.words.en} {_end(each.tie.target, each).en}",
            de=f"{_end(each.tie.source, each).de} {each.tie.words.de} {_end(each.tie.target, each).de}",
        )
        for each in found.way
    ]
    return Text(en="; ".join(each.en for each in said), de="; ".join(each.de for each in said))


def _end(key: Key, step: Step) -> Text:
    before, after = step.before, step.after
    name = before.name if before.key == key else after.name
    return Text(en=f"“{name.en}”", de=f"„{name.de}“")
