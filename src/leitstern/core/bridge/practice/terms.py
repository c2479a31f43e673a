"""The words of lived practice: what is counted, what ends, what is tried, and who tells a story."""

from __future__ import annotations

from enum import StrEnum

from leitstern.core.texts import Text


class Source(StrEnum):
    """Where the counts of a principle come from."""

    ENTERED = "entered"  # by hand, from a table, or through the interface
    PROMISES = "promises"  # promises kept at a touchpoint
    REPEATS = "repeats"  # contacts at a touchpoint after which nobody had to come again within seven days
    CAMPAIGNS = "campaigns"  # campaigns that were classified before they were sent
    STOP_LIST = "stop_list"  # months without any use of something that has ended


class StopKind(StrEnum):
    """What can be put on the stop list."""

    TOOL = "tool"
    PROCESS = "process"
    REPORT = "report"
    LIST = "list"
    MEETING = "meeting"
    ROLE = "role"


class StopChange(StrEnum):
    """What happened to something on the stop list."""

    ENDED = "ended"
    REINSTATED = "reinstated"


class PilotKind(StrEnum):
    """Something tried out in a small place, or shown to everybody."""

    PILOT = "pilot"
    LIGHTHOUSE = "lighthouse"


class PilotEnd(StrEnum):
    """How a pilot came to its end."""

    STOPPED = "stopped"  # by its stop rule or by judgement, before it was through
    FINISHED = "finished"


class Teller(StrEnum):
    """Whose story it is: told from what a customer lived, or by those who did something differently."""

    CUSTOMER = "customer"
    STAFF = "staff"


SOURCES = {
    Source.ENTERED: Text(
        en="monthly counts by hand, from a table or through the interface",
        de="monatliche Zählungen von Hand, aus einer Tabelle oder über die Schnittstelle für Programme",
    ),
    Source.PROMISES: Text(
        en="promises kept at a touchpoint", de="eingehaltene Versprechen an einem Kontaktpunkt"
    ),
    Source.REPEATS: Text(
        en="contacts at a touchpoint after which nobody had to come again within seven days",
        de="Kontakte an einem Kontaktpunkt, nach denen sich niemand binnen sieben Tagen noch einmal melden musste",
    ),
    Source.CAMPAIGNS: Text(
        en="campaigns classified before they were sent", de="vor dem Versand eingeordnete Kampagnen"
    ),
    Source.STOP_LIST: Text(
        en="months without any use of something on the stop list",
        de="Monate, in denen etwas von der Stoppliste nicht genutzt wurde",
    ),
}
STOP_KINDS = {
    StopKind.TOOL: Text(en="tool", de="Werkzeug"),
    StopKind.PROCESS: Text(en="process", de="Prozess"),
    StopKind.REPORT: Text(en="report", de="Bericht"),
    StopKind.LIST: Text(en="list", de="Liste"),
    StopKind.MEETING: Text(en="meeting", de="Besprechung"),
    StopKind.ROLE: Text(en="role", de="Rolle"),
}
PILOT_KINDS = {
    PilotKind.PILOT: Text(en="pilot", de="Pilot"),
    PilotKind.LIGHTHOUSE: Text(en="lighthouse project", de="Leuchtturm-Projekt"),
}
PILOT_ENDS = {
    PilotEnd.STOPPED: Text(en="stopped", de="gestoppt"),
    PilotEnd.FINISHED: Text(en="carried through", de="zu Ende geführt"),
}
TELLERS = {
    Teller.CUSTOMER: Text(en="What customers lived", de="Was Kundinnen und Kunden erlebt haben"),
    Teller.STAFF: Text(en="What we did differently", de="Was wir anders gemacht haben"),
}
