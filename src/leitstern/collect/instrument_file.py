"""An instrument as a YAML file that people write; `docs/reference/instrument.md` describes every key."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.collect.yaml_document import parse
from leitstern.collect.yaml_values import Fields, Value, keys, one_of, text, whole, word, yes_no
from leitstern.collect.yaml_writer import dump, plain
from leitstern.core.inside.instrument import (
    Anchor,
    Axis,
    Dimension,
    EvidenceType,
    Instrument,
    Item,
    Layer,
    Licence,
    Scale,
)
from leitstern.core.inside.instrument_checks import check_instrument
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "1"
NOTHING = Text(en="", de="")


def load_instrument(path: Path) -> Instrument:
    """The instrument in a file. Raises InvalidFile with every mistake."""
    return read_instrument(path.read_bytes(), path.name)


def read_instrument(raw: bytes | str, file: str = "instrument.yaml") -> Instrument:
    """The instrument in `raw`; `file` is what messages call it. Raises InvalidFile with every mistake."""
    document = parse(raw, file)
    fields = Value(document, document.root, ()).fields("format", *keys(Instrument))
    fields.need("format", one_of([FORMAT]), FORMAT)
    instrument = Instrument(
        slug=fields.need("slug", word, ""),
        version=fields.need("version", whole, 1),
        name=fields.need("name", text, NOTHING),
        licence=fields.get("licence", _licence, Licence("", NOTHING)),
        scale=fields.need("scale", _scale, Scale(1, 7, NOTHING, NOTHING)),
        dimensions=fields.rows("dimensions", _dimension, *keys(Dimension)),
        items=fields.rows("items", _item, *keys(Item)),
    )
    document.check(check_instrument(instrument))
    return instrument


def write_instrument(instrument: Instrument) -> str:
    """The file `read_instrument` reads back to an equal instrument."""
    return dump({"format": int(FORMAT), **plain(instrument)})


@plain.register(StrEnum)
def _(value: StrEnum) -> str:
    return str(value)


def _licence(value: Value) -> Licence:
    fields = value.fields(*keys(Licence))
    return Licence(
        name=fields.get("name", word, ""),
        text=fields.get("text", text, NOTHING),
        url=fields.get("url", word, ""),
        attribution=fields.get("attribution", text, None),
        allowed_use=fields.get("allowed_use", text, None),
    )


def _scale(value: Value) -> Scale:
    fields = value.fields(*keys(Scale))
    return Scale(
        low=fields.need("low", whole, 1),
        high=fields.need("high", whole, 7),
        low_label=fields.need("low_label", text, NOTHING),
        high_label=fields.need("high_label", text, NOTHING),
    )


def _dimension(fields: Fields) -> Dimension:
    return Dimension(
        slug=fields.need("slug", word, ""),
        name=fields.need("name", text, NOTHING),
        question=fields.need("question", text, NOTHING),
        axis=fields.get("axis", one_of(tuple(Axis)), None),
        anchors=fields.each("anchors", _anchor, Anchor(NOTHING)),
        indicators=fields.get("indicators", text, None),
        source=fields.get("source", word, ""),
        card=fields.get("card", yes_no, False),
    )


def _anchor(value: Value) -> Anchor:
    fields = value.fields(*keys(Anchor))
    return Anchor(
        text=fields.need("text", text, NOTHING),
        proof=fields.each("proof", one_of(tuple(EvidenceType)), EvidenceType.DOCUMENT),
    )


def _item(fields: Fields) -> Item:
    return Item(
        slug=fields.need("slug", word, ""),
        dimension=fields.need("dimension", word, ""),
        text=fields.need("text", text, NOTHING),
        layer=fields.get("layer", one_of(tuple(Layer)), None),
        reverse=fields.get("reverse", yes_no, False),
        source=fields.get("source", word, ""),
    )
