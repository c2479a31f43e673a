"""Build hook: compile message catalogues and subset fonts. Their products are package data and never committed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from fontTools import subset
from fontTools.ttLib import TTFont
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Latin with German, typographic marks, currency, arrows and comparison signs: what our pages and reports print.
CHARACTERS = (
    "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) + "ẞ–—‘’‚“”„†•…‰‹›€™←↑→↓−≈≠≤≥△▲▼●○◆✓✕"
)
FONTS = {
    "Figtree.woff2": ("fontpkg_figtree", "Figtree[wght].ttf"),
    "Newsreader-Italic.woff2": ("fontpkg_newsreader", "Newsreader-Italic[opsz,wght].ttf"),
}


class BuildAssets(BuildHookInterface):  # type: ignore[type-arg]
    """Runs for wheels and for editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        package = Path(self.root, "src", "leitstern")
        for catalogue in package.rglob("*.po"):
            with catalogue.open("rb") as source, catalogue.with_suffix(".mo").open("wb") as target:
                write_mo(target, read_po(source))
        for name, (module, file) in FONTS.items():
            target_file = package / "app" / "web" / "static" / "fonts" / name
            if not target_file.exists():
                target_file.parent.mkdir(parents=True, exist_ok=True)
                _subset(_font(module, file), target_file)


def _font(module: str, file: str) -> Path:
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"The font package {module} is missing.")
    return Path(spec.origin).parent / "files" / file


def _subset(source: Path, target: Path) -> None:
    options = subset.Options(flavor="woff2", layout_features=["*"], notdef_outline=True)
    font = TTFont(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)
