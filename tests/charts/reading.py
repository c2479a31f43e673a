"""Reading a drawn chart back: its texts with the boxes they take, its marks, its geometry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from leitstern.charts.letters import width
from leitstern.charts.spread import overlaps
from leitstern.charts.style import TYPES

if TYPE_CHECKING:
    from leitstern.charts.svg import Box

SVG = "{http://www.w3.org/2000/svg}"
# Of the type size: what a line of digits and small letters takes above and below its baseline.
ABOVE, BELOW = 0.72, 0.2


@dataclass(frozen=True)
class Text:
    content: str
    box: Box


@dataclass(frozen=True)
class Chart:
    root: ET.Element

    @property
    def frame(self) -> Box:
        x, y, w, h = (float(v) for v in self.root.attrib["viewBox"].split())
        return x, y, w, h

    @property
    def texts(self) -> list[Text]:
        return [_text(element) for element in self.root.iter(f"{SVG}text")]

    @property
    def words(self) -> list[str]:
        return [text.content for text in self.texts]

    @property
    def marks(self) -> list[ET.Element]:
        return [element for element in self.root.iter() if element.get("class") == "mark"]

    @property
    def sentences(self) -> list[str]:
        return [mark.attrib["aria-label"] for mark in self.marks]

    @property
    def geometry(self) -> list[tuple[str, ...]]:
        """Tags and coordinates without anything about their looks."""
        names = ("d", "x", "y", "cx", "cy", "r", "width", "height", "text-anchor")
        elements = (
            e for e in self.root.iter() if e.get("class") != "hit" and e.tag not in {f"{SVG}g", f"{SVG}a"}
        )
        return [(e.tag, *(e.get(name, "") for name in names)) for e in elements]

    def collisions(self) -> list[tuple[str, str]]:
        """Pairs of texts whose boxes overlap."""
        texts = self.texts
        return [
            (one.content, other.content)
            for i, one in enumerate(texts)
            for other in texts[i + 1 :]
            if overlaps(one.box, other.box)
        ]

    def outside(self) -> list[str]:
        """Texts that leave the picture."""
        _, _, w, h = self.frame
        return [
            t.content
            for t in self.texts
            if t.box[0] < -0.6
            or t.box[0] + t.box[2] > w + 0.6
            or t.box[1] < 0
            or t.box[1] + t.box[3] > h + 0.6
        ]


def read(svg: str) -> Chart:
    return Chart(ET.fromstring(svg))


def _text(element: ET.Element) -> Text:
    content = element.text or ""
    kind = element.attrib["class"].split()[0]
    size, long = TYPES[kind].size, width(content, kind)
    if element.get("transform", "").startswith("rotate(-90 "):
        across, up = float(element.attrib["x"]), float(element.attrib["y"])
        return Text(content, (across - ABOVE * size, up - long, (ABOVE + BELOW) * size, long))
    x = float(element.attrib["x"]) - {"middle": long / 2, "end": long}.get(element.get("text-anchor", ""), 0)
    return Text(content, (x, float(element.attrib["y"]) - ABOVE * size, long, (ABOVE + BELOW) * size))
