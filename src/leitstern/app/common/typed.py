"""What somebody typed, as it is kept."""

from __future__ import annotations

from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

TOO_LONG = Text(
    en="That is {n} characters; {most} are the most. Nothing was kept.",
    de="Das sind {n} Zeichen; höchstens {most} sind möglich. Es wurde nichts gespeichert.",
)


def typed(text: str) -> str:
    """The text without blanks around it, and without the sign that no file can carry."""
    return text.replace("\x00", "").strip()


def need_typed(text: str, most: int, missing: Text) -> str:
    """The same. Raises InvalidInput where nothing (`missing` says so) or too much was typed."""
    text = typed(text)
    if not text:
        raise InvalidInput(missing)
    if len(text) > most:
        raise InvalidInput(TOO_LONG.fill(n=len(text), most=most))
    return text
