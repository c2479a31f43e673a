"""Opening packed files without being crushed by what comes out."""

from __future__ import annotations

import gzip
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from leitstern.collect.readers.refused import Refused
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

CHUNK = 1 << 18
GZIP = b"\x1f\x8b"
RATIO = 250  # times its packed size; tables and logs pack to a tenth or a fiftieth, bombs to a thousandth
HARMLESS = 16 << 20  # bytes that may come out at any ratio
GZIP_TOTAL = 32 << 30
ZIP_TOTAL = 2 << 30
ZIP_ENTRIES = 5000
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_PLAIN, _DEFLATED = 0, 8


def pieces(path: Path) -> Iterator[bytes]:
    """The content of a file in pieces, unpacked if it is packed. Raises Refused as `gunzip` does."""
    with path.open("rb") as file:
        packed = file.read(2) == GZIP
    if packed:
        yield from gunzip(path)
        return
    with path.open("rb") as file:
        yield from iter(lambda: file.read(CHUNK), b"")


def gunzip(path: Path, chunk: int = CHUNK) -> Iterator[bytes]:
    """The content of a gzip file in pieces. Raises Refused if it is damaged, cut off, or grows beyond all measure."""
    total = 0
    with path.open("rb") as packed, gzip.GzipFile(fileobj=packed) as file:
        try:
            while piece := file.read(chunk):
                total += len(piece)
                _measure(total, packed.tell(), GZIP_TOTAL)
                yield piece
        except (EOFError, OSError, zlib.error):
            raise Refused(DAMAGED) from None


def check_zip(path: Path) -> None:
    """Unpack everything once to nowhere. Raises Refused if it is damaged, encrypted, or grows beyond all measure.

    What the archive says about sizes is not believed.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Refused(DAMAGED) from None
    if len(entries) > ZIP_ENTRIES:
        raise Refused(BOMB)
    total = 0
    with path.open("rb") as file:
        for entry in entries:
            if entry.flag_bits & 1:
                raise Refused(ENCRYPTED)
            for size in _inflated(file, entry):
                total += size
                _measure(total, path.stat().st_size, ZIP_TOTAL)


def _inflated(file: BinaryIO, entry: zipfile.ZipInfo) -> Iterator[int]:
    """Sizes of the pieces that come out of one entry."""
    file.seek(entry.header_offset)
    header = file.read(_LOCAL_HEADER.size)
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise Refused(DAMAGED)
    _, name, extra = _LOCAL_HEADER.unpack(header)
    file.seek(name + extra, 1)
    left = entry.compress_size
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    while left > 0 and (packed := file.read(min(CHUNK, left))):
        left -= len(packed)
        if entry.compress_type == _PLAIN:
            yield len(packed)
        elif entry.compress_type != _DEFLATED:
            raise Refused(DAMAGED)
        while packed and entry.compress_type == _DEFLATED:
            try:
                yield len(inflater.decompress(packed, CHUNK))
            except zlib.error:
                raise Refused(DAMAGED) from None
            packed = inflater.unconsumed_tail


def _measure(total: int, packed: int, most: int) -> None:
    if total > most or (total > HARMLESS and total > packed * RATIO):
        raise Refused(BOMB)


DAMAGED = Text(
    en="The file is damaged or was cut off. Please export or copy it again.",
    de="Die Datei ist beschädigt oder abgeschnitten. Bitte exportieren oder kopieren Sie sie noch einmal.",
)
ENCRYPTED = Text(
    en="The file is protected by a password. Please save it without one.",
    de="Die Datei ist mit einem Passwort geschützt. Bitte speichern Sie sie ohne Passwort.",
)
BOMB = Text(
    en="The file holds far more than its size lets expect; it was not unpacked. If it is sound, please save it as CSV.",
    de="Die Datei enthält weit mehr, als ihre Größe erwarten lässt; sie wurde nicht entpackt. Wenn sie in Ordnung ist, "
    "speichern Sie sie bitte als CSV.",
)
