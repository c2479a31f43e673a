"""Colours as data: the one list that charts, stylesheet and reports are made from.

Each token has a value for light and dark screens and for paper. *Outside* is what customers live, *inside* what the
company believes, *gap* the distance; *star* marks only the target, *bridge* what leads from here to there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Medium = Literal["light", "dark", "paper"]


@dataclass(frozen=True, slots=True)
class Colour:
    """One token on each medium, as `#RRGGBB`."""

    light: str
    dark: str
    paper: str

    def on(self, medium: Medium) -> str:
        """The colour's value on a medium."""
        values: dict[Medium, str] = {"light": self.light, "dark": self.dark, "paper": self.paper}
        return values[medium]


TOKENS: dict[str, Colour] = {
    "bg": Colour("#F4F6F8", "#0E141B", "#F4F6F8"),
    "surface": Colour("#FFFFFF", "#151D26", "#FFFFFF"),
    "line": Colour("#DDE3E9", "#263340", "#D3DAE1"),
    "ink": Colour("#131B24", "#E9EEF3", "#131B24"),
    "muted": Colour("#566473", "#97A6B5", "#4E5B69"),
    "night": Colour("#101B2D", "#101B2D", "#101B2D"),
    "outside": Colour("#0B7285", "#4CC3D6", "#0B7285"),
    "inside": Colour("#7A3E9D", "#C79BE3", "#7A3E9D"),
    "gap": Colour("#C2410C", "#FF9A5C", "#C2410C"),
    "star": Colour("#A16A00", "#F2B93B", "#A16A00"),
    "bridge": Colour("#1F4FD8", "#8FB0FF", "#1F4FD8"),
    "good": Colour("#1B7F4B", "#57CF92", "#1B7F4B"),
    "bad": Colour("#C02B2B", "#FF8A80", "#C02B2B"),
    "emotion-0": Colour("#B3261E", "#FF8A80", "#B3261E"),  # −2, very bad
    "emotion-1": Colour("#D9733A", "#F2A26B", "#D9733A"),
    "emotion-2": Colour("#7F8A96", "#6F7D8B", "#7F8A96"),  # 0, neutral
    "emotion-3": Colour("#4F9D8F", "#6CC5B4", "#4F9D8F"),
    "emotion-4": Colour("#0B7A68", "#3FD6BA", "#0B7A68"),  # +2, very good
}

TEXT = ("ink", "muted", "outside", "inside", "gap", "star", "bridge", "good", "bad")
EMOTIONS = ("emotion-0", "emotion-1", "emotion-2", "emotion-3", "emotion-4")
GRAPHICS = (*TEXT, *EMOTIONS)


def variables() -> str:
    """The tokens as CSS custom properties that follow the page's colour scheme."""
    lines = (f"--{name}:light-dark({c.light},{c.dark})" for name, c in TOKENS.items())
    return f":root{{{';'.join(lines)}}}"
