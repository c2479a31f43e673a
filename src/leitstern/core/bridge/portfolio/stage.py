"""What becomes of an initiative after it was approved: it runs, and one day it is stopped, ended, or part of daily work."""

from __future__ import annotations

from enum import StrEnum

from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text


class Stage(StrEnum):
    """Where an initiative is beyond its approval."""

    RUNNING = "running"
    STOPPED = "stopped"
    ENDED = "ended"
    HANDED = "handed"


STAGES: dict[Stage, Text] = {
    Stage.RUNNING: Text(en="running", de="läuft"),
    Stage.STOPPED: Text(en="stopped", de="gestoppt"),
    Stage.ENDED: Text(en="ended", de="beendet"),
    Stage.HANDED: Text(en="handed to daily work", de="in den Alltag übergeben"),
}
OVER = frozenset({Stage.STOPPED, Stage.ENDED, Stage.HANDED})
NOT_LEARNED = Text(
    en="Say what was learned: a stopped initiative without a lesson is stopped twice. Nothing was kept.",
    de="Sagen Sie, was gelernt wurde: Eine gestoppte Initiative ohne Lehre wird zweimal gestoppt. Es wurde nichts gespeichert.",
)
TO_WHOM = Text(
    en="Say who carries it on in daily work. Nothing was kept.",
    de="Sagen Sie, wer sie im Alltag weiterträgt. Es wurde nichts gespeichert.",
)


def refuse_unsaid(stage: Stage, words: str, who: str) -> None:
    """Raise InvalidInput where a stage needs words or somebody it does not have."""
    if stage is Stage.STOPPED and not words.strip():
        raise InvalidInput(NOT_LEARNED)
    if stage is Stage.HANDED and not who.strip():
        raise InvalidInput(TO_WHOM)
