"""Build hook: compile message catalogues and subset fonts. Their products are package data and never committed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

Source = tuple[str, str, dict[str, float]]

# Latin with German, typographic marks, currency, arrows and comparison signs: what our pages and reports print.
CHARACTERS = (
    "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) + "ẞ–—‘’‚“”„†•…‰‹›€™←↑→↓−≈≠≤≥△▲▼●○◆✓✕"
)
# Package, file, and the one cut taken of it (none: all weights stay). Customers' words are set in one cut.
FIGTREE: Source = ("fontpkg_figtree", "Figtree[wght].ttf", {})
NEWSREADER: Source = ("fontpkg_newsreader", "Newsreader-Italic[opsz,wght].ttf", {"opsz": 16, "wght": 400})
FONTS: dict[str, Source] = {
    "web/static/fonts/Figtree.woff2": FIGTREE,
    "web/static/fonts/Newsreader-Italic.woff2": NEWSREADER,
    # Typst draws a variable font at its lightest default: reports get the cuts they use.
    **{
        f"reports/fonts/Figtree-{weight}.ttf": (*FIGTREE[:2], {"wght": weight})
        for weight in (400, 500, 600, 700)
    },
    "reports/fonts/Newsreader-Italic.ttf": NEWSREADER,
}


class BuildAssets(BuildHookInterface):  # type: ignore[type-arg]
    """Runs for wheels and for editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        package = Path(self.root, "src", "leitstern")
        for catalogue in package.rglob("*.po"):
            with catalogue.open("rb") as source, catalogue.with_suffix(".mo").open("wb") as target:
                write_mo(target, read_po(source))
        for name, (module, file, cut) in FONTS.items():
            target = package / "app" / name
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                _subset(_instance(_font(module, file), cut), target)


def _font(module: str, file: str) -> Path:
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"The font package {module} is missing.")
    return Path(spec.origin).parent / "files" / file


def _instance(source: Path, cut: dict[str, float]) -> TTFont:
    """One static cut of a variable font, under the plain name of its family."""
    font = instancer.instantiateVariableFont(TTFont(source), cut) if cut else TTFont(source)
    family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
    for record in font["name"].names:
        if record.nameID in {1, 16}:
            record.string = family
    return font


def _subset(font: TTFont, target: Path) -> None:
    subsetter = subset.Subsetter(subset.Options(layout_features=["*"], notdef_outline=True))
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    font.flavor = "woff2" if target.suffix == ".woff2" else None
    font.save(target)
