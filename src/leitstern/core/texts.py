"""Sentences in both languages, for everything that core says to people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["de", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or name in both languages; `{}` fields are filled by `fill`."""

    en: str
    de: str

    def to(self, language: str) -> str:
        """The wording in `language` ("de", "de-at", …; anything else is English)."""
        return self.de if language.startswith("de") else self.en

    def fill(self, **values: object) -> Text:
        """The same sentence with its `{name}` fields filled; a `Text` is filled in each in its own language."""
        english = {name: value.en if isinstance(value, Text) else value for name, value in values.items()}
        german = {name: value.de if isinstance(value, Text) else value for name, value in values.items()}
        return Text(en=self.en.format(**english), de=self.de.format(**german))


def grouped(number: int) -> Text:
    """12,345 in English, 12.345 in German."""
    english = f"{number:,}".replace("-", "−")
    return Text(en=english, de=english.replace(",", "."))
