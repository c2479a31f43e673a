"""Every style a chart may use, as data. The web gets them as classes, paper as literal attributes: one source."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.charts.tokens import TOKENS, variables

SANS = "Figtree"
SERIF = "Newsreader"  # in italics, for customers' own words only


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type: pixels, weight 400–700, and whether it is the customers' typeface."""

    size: float
    weight: int = 400
    customer: bool = False


TYPES: dict[str, Type] = {
    "tick": Type(11),
    "small": Type(13),
    "label": Type(13, 500),
    "value": Type(13, 650),
    "name": Type(15, 500),
    "head": Type(15, 650),
    "lead": Type(18, 650),
    "big": Type(22, 650),
    "huge": Type(30, 650),
    "quote": Type(16, 400, customer=True),
}


STEPS = (480, 560, 640, 720, 800, 880)  # rooms in pixels below which a chart changes to its narrow layout


def _type_attributes(kind: Type) -> dict[str, str]:
    font = {"font-family": SERIF, "font-style": "italic"} if kind.customer else {}
    return {"font-size": f"{kind.size:g}px", "font-weight": str(kind.weight), **font, "fill": "ink"}


# A later style wins over an earlier one, in the stylesheet as on paper: the order of this table is the cascade.
STYLES: dict[str, dict[str, str]] = {
    **{name: _type_attributes(kind) for name, kind in TYPES.items()},
    **{f"stroke-{token}": {"stroke": token, "fill": "none", "stroke-width": "1.5"} for token in TOKENS},
    **{f"fill-{token}": {"fill": token} for token in TOKENS},
    "hair": {"stroke-width": "1"},
    "thick": {"stroke-width": "2"},
    "heavy": {"stroke-width": "3"},
    "round": {"stroke-linecap": "round", "stroke-linejoin": "round"},
    "dash": {"stroke-dasharray": "4 3"},
    "dots": {"stroke-dasharray": "1 4", "stroke-linecap": "round"},
    "pale": {"fill-opacity": "0.4"},
    "soft": {"fill-opacity": "0.2"},
    "faint": {"fill-opacity": "0.08"},
    "clear": {"fill": "none", "stroke": "none"},
}


def attributes(styles: str) -> dict[str, str]:
    """The literal attributes of space-separated style names, tokens still by name."""
    names = set(styles.split())
    if unknown := names - STYLES.keys():
        raise KeyError(f"There is no style {sorted(unknown)}.")
    merged: dict[str, str] = {}
    for name, values in STYLES.items():
        if name in names:
            merged |= values
    return merged


def _rule(name: str, values: dict[str, str]) -> str:
    body = ";".join(f"{k}:{f'var(--{v})' if v in TOKENS else v}" for k, v in values.items())
    return f".chart .{name}{{{body}}}"


def _step(width: int) -> str:
    here = f".chart-fit-{width}>"
    shown = f"{here}.chart-wide{{display:none}}{here}.chart-narrow{{display:block}}"
    return f"@container (max-width:{width - 1}px){{{shown}}}"


CSS = "\n".join(
    [
        variables(),
        f".chart{{display:block;max-width:100%;height:auto;overflow:visible;font-family:{SANS},system-ui,sans-serif;"
        "font-feature-settings:'tnum'}",
        *(_rule(name, values) for name, values in STYLES.items()),
        ".chart .hit{fill:transparent}",
        ".chart a{cursor:pointer}",
        ".chart .mark:hover .hit{fill:var(--ink);fill-opacity:.05}",
        ".chart .mark:focus-visible{outline:2px solid var(--bridge);outline-offset:1px;border-radius:8px}",
        # One chart, two layouts: the room it has decides, not the screen (see fit.py).
        ".chart-fit{container-type:inline-size}",
        ".chart-fit>.chart-narrow{display:none}",
        *(_step(width) for width in STEPS),
    ]
)
