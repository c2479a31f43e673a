"""Writing SVG: escaped, well-formed, rounded to a tenth of a pixel, so that equal input gives equal text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from leitstern.charts.letters import width

if TYPE_CHECKING:
    from leitstern.charts.sheet import Sheet

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # x, y, width, height

# XML 1.0 forbids these even as references; customers' words may contain them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Text that is safe between tags and inside quoted attributes."""
    return escape(_FORBIDDEN.sub("", text))


def fixed(value: float) -> str:
    """A coordinate: one decimal at most, no negative zero."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def tag(name: str, attributes: dict[str, str | float], *children: str) -> str:
    """One element. Children are markup already; attribute values are escaped here."""
    written = "".join(
        f' {k}="{clean(v) if isinstance(v, str) else fixed(v)}"' for k, v in attributes.items() if v != ""
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def points(*places: Point) -> str:
    """Path data of an open line through places."""
    return "M" + "L".join(f"{fixed(x)} {fixed(y)}" for x, y in places)


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on one sheet. Styles are space-separated names from `style.STYLES`; text styles begin with a type."""

    sheet: Sheet

    def _shape(self, name: str, styles: str, **geometry: float | str) -> str:
        return tag(name, {**geometry, **self.sheet.theme.look(styles)})

    def line(self, x1: float, y1: float, x2: float, y2: float, styles: str) -> str:
        """A straight line."""
        return self._shape("path", styles, d=points((x1, y1), (x2, y2)))

    def path(self, d: str, styles: str) -> str:
        """Any outline, given as path data."""
        return self._shape("path", styles, d=d)

    def circle(self, x: float, y: float, radius: float, styles: str) -> str:
        """A circle around (x, y)."""
        return self._shape("circle", styles, cx=x, cy=y, r=radius)

    def rect(self, box: Box, styles: str, radius: float = 0) -> str:
        """A rectangle; `radius` rounds its corners."""
        x, y, w, h = box
        corners = {"rx": radius} if radius else {}
        return self._shape("rect", styles, x=x, y=y, width=w, height=h, **corners)

    def text(self, x: float, y: float, content: str, styles: str, anchor: str = "", lang: str = "") -> str:
        """One line of text with its baseline at y; `anchor` is "", "middle" or "end". Nothing for no text."""
        if not content:
            return ""
        look = self.sheet.theme.look(styles)
        return tag("text", {"x": x, "y": y, "text-anchor": anchor, "lang": lang, **look}, clean(content))

    def upright(self, x: float, y: float, contents: list[str], styles: str, leading: float) -> str:
        """Lines of text that read upwards from (x, y), beside each other; the first baseline at x."""
        look = self.sheet.theme.look(styles)
        return "".join(
            tag(
                "text",
                {"x": at, "y": y, "transform": f"rotate(-90 {fixed(at)} {fixed(y)})", **look},
                clean(content),
            )
            for at, content in ((x + i * leading, content) for i, content in enumerate(contents))
            if content
        )

    def lines(
        self, x: float, y: float, contents: list[str], styles: str, leading: float, anchor: str = ""
    ) -> str:
        """Lines of text below each other, the first baseline at y."""
        return "".join(
            self.text(x, y + i * leading, content, styles, anchor) for i, content in enumerate(contents)
        )

    def width(self, content: str, styles: str) -> float:
        """How wide a text of this style comes out, in pixels."""
        return width(content, styles.split(maxsplit=1)[0])

    def mark(self, sentence: str, hit: Box, *children: str, href: str = "") -> str:
        """A part of the chart that says one sentence: reachable by keyboard, pointer and screen reader.

        `hit` is the area that reacts; `href` makes the mark a link. On paper only its drawing remains.
        """
        if not self.sheet.theme.interactive:
            return tag("g", {}, *children)
        x, y, w, h = hit
        area = tag("rect", {"class": "hit", "x": x, "y": y, "width": w, "height": h, "rx": 6})
        said: dict[str, str | float] = {"class": "mark", "aria-label": sentence, "data-tip": sentence}
        if href:
            return tag("a", {**said, "href": href}, area, *children)
        return tag("g", {**said, "tabindex": "0", "role": "img"}, area, *children)

    def finish(self, height: float, *children: str, scale: float = 1) -> str:
        """The whole chart. `scale` enlarges the drawing: its own units are then larger than a pixel."""
        sheet, tall = self.sheet, round(height)
        wide = sheet.width / scale
        title, description = f"{sheet.id}-title", f"{sheet.id}-desc"
        return tag(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {fixed(wide)} {tall}",
                "width": sheet.width,
                "height": tall * scale,
                "role": "group" if 'class="mark"' in "".join(children) else "img",
                "lang": sheet.locale.language,
                "aria-labelledby": title,
                "aria-describedby": description,
                **sheet.theme.root,
            },
            tag("title", {"id": title}, clean(sheet.title)),
            tag("desc", {"id": description}, clean(sheet.description)),
            *children,
        )
