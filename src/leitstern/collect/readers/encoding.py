"""Which letters the bytes of a text file stand for."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.readers.refused import Refused
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

CHUNK = 1 << 20
BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_LOOK = 4096
_ENOUGH = 5000  # bytes beyond ASCII that settle the question


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec, and how many bytes stand before the text (a byte order mark).

    `carrier` is a codec in which delimiters, quotes and line ends already are themselves and every byte survives
    decoding and encoding, whatever is wrong with it.
    """

    name: str
    mark: int = 0

    @property
    def carrier(self) -> str:
        """See above."""
        return self.name if self.wide else "latin-1"

    @property
    def errors(self) -> str:
        """What the carrier does with halves of letters, so that they survive, too."""
        return "surrogatepass" if self.wide else "strict"

    @property
    def wide(self) -> bool:
        """Whether most letters take two bytes."""
        return self.name.startswith("utf-16")

    def to_utf8(self, carried: str) -> bytes:
        """What the carrier brought, as UTF-8. Raises UnicodeError if the bytes make no sense in this encoding."""
        if self.wide:
            return carried.encode()
        raw = carried.encode("latin-1")
        return raw.decode(self.name).encode()

    def original(self, carried: str) -> bytes:
        """The very bytes of the file that the carrier brought."""
        return carried.encode(self.carrier, self.errors)

    def carried(self, original: bytes) -> str:
        """The text that the carrier makes of bytes of the file."""
        return original.decode(self.carrier, self.errors)


def find_encoding(path: Path, told: str | None) -> Encoding:
    """The encoding of a file: as told, by its byte order mark, by its look; cp1252 if it is no UTF-8.

    A file with more valid than invalid sequences is UTF-8 with broken rows, not cp1252 with strange letters.
    Raises Refused for an encoding we cannot read and for UTF-16 that was cut off.
    """
    with path.open("rb") as file:
        look = file.read(_LOOK)
    marked = next((name for name, bom in BOMS.items() if look.startswith(bom)), None)
    name = usual(told) if told else marked or _by_zeros(look) or _utf8_or_cp1252(path)
    if name == "utf-16":
        name = marked or _by_zeros(look) or "utf-16-le"
    encoding = Encoding(name, len(BOMS[name]) if name == marked else 0)
    if encoding.wide and path.stat().st_size % 2:
        raise Refused(CUT_OFF)
    return encoding


def is_plain(path: Path) -> bool:
    """Whether there is no zero byte, and no carriage return but before a line feed: readers disagree on those."""
    last = b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            seen = last + chunk
            last = seen[-1:] if seen.endswith(b"\r") else b""
            lonely = b"\r" in seen and seen.count(b"\r") - len(last) != seen.count(b"\r\n")
            if lonely or b"\0" in seen:
                return False
    return not last


def transcode(path: Path, encoding: Encoding, target: Path) -> None:
    """Write the text of `path` to `target` as UTF-8, a piece at a time. Raises UnicodeError at the first bad byte."""
    decoder = codecs.getincrementaldecoder(encoding.name)()
    with path.open("rb") as source, target.open("wb") as out:
        source.seek(encoding.mark)
        while chunk := source.read(CHUNK):
            out.write(decoder.decode(chunk).encode())
        out.write(decoder.decode(b"", final=True).encode())


def usual(told: str) -> str:
    """Python's name for what people write. Raises Refused if there is none, or if we cannot read it: one byte per letter
    has to agree with ASCII, else nothing is as it seems."""
    try:
        name = codecs.lookup(told).name
    except LookupError:
        raise Refused(UNKNOWN.fill(name=told)) from None
    if name in ("utf-8", "utf-8-sig"):
        return "utf-8"
    if name in ("utf-16", "utf-16-le", "utf-16-be"):
        return name
    letters = bytes(range(256))
    try:
        single = len(letters.decode(name, "replace")) == len(letters)
        like_ascii = letters[:128].decode(name) == letters[:128].decode("ascii")
    except (LookupError, UnicodeError):
        single = like_ascii = False
    if not (single and like_ascii):
        raise Refused(UNKNOWN.fill(name=told))
    return name


def _by_zeros(look: bytes) -> str | None:
    """UTF-16 without a mark gives itself away: in western text every other byte is zero."""
    even, odd = look[0::2].count(0), look[1::2].count(0)
    if max(even, odd) * 4 < max(len(look), 4):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _utf8_or_cp1252(path: Path) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    valid = invalid = 0
    with path.open("rb") as file:
        for chunk in iter(lambda: file.read(CHUNK), b""):
            text = decoder.decode(chunk)
            if not text.isascii():
                valid += len(chunk) - len(text)
                invalid += len(text) - len(text.encode(errors="ignore").decode())
            if invalid and valid + invalid > _ENOUGH:
                break
    return "utf-8" if valid >= invalid else "cp1252"


UNKNOWN = Text(
    en="The encoding “{name}” is not one we can read. Known are UTF-8, UTF-16, cp1252, ISO-8859-15 and others with one "
    "byte per letter.",
    de="Die Zeichenkodierung „{name}“ können wir nicht lesen. Bekannt sind UTF-8, UTF-16, cp1252, ISO-8859-15 und "
    "andere mit einem Byte je Zeichen.",
)
CUT_OFF = Text(
    en="The file was cut off: it is UTF-16 and ends within a letter. Please export or copy it again.",
    de="Die Datei ist abgeschnitten: Sie ist UTF-16 und endet mitten in einem Zeichen. Bitte exportieren oder kopieren "
    "Sie sie noch einmal.",
)
