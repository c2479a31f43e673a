"""Words people type into the register: names without which nothing is kept, and sentences."""

from __future__ import annotations

from leitstern.app.common.typed import typed
from leitstern.collect.kpi_file import short_name
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

LONGEST = 10_000  # signs of a text
NO_NAME = Text(
    en="A name of at most {most} signs is needed, with letters or digits. Nothing was kept.",
    de="Es braucht einen Namen von höchstens {most} Zeichen, mit Buchstaben oder Ziffern. Es wurde nichts gespeichert.",
)
TOO_LONG = Text(
    en="A text has at most {most} signs. Nothing was kept.",
    de="Ein Text hat höchstens {most} Zeichen. Es wurde nichts gespeichert.",
)


def need_name(name: str, most: int) -> str:
    """A name without blanks around it. Raises InvalidInput."""
    name = words(name)
    if not short_name(name) or len(name) > most:
        raise InvalidInput(NO_NAME.fill(most=most))
    return name


def words(text: str) -> str:
    """What somebody wrote, as it can be stored. Raises InvalidInput if it is too long."""
    text = typed(text)
    if len(text) > LONGEST:
        raise InvalidInput(TOO_LONG.fill(most=LONGEST))
    return text
