"""Small files that the invented company attaches as proof: a page in PDF, and tables as its systems export them."""

from __future__ import annotations

import csv
from io import StringIO

from leitstern.core.texts import Text

_MISSION = (
    Text(en="Lindenberg Bank & Insurance", de="Lindenberg Bank & Versicherung"),
    Text(en="At your side for life", de="Ein Leben lang an Ihrer Seite"),
    Text(en="", de=""),
    Text(
        en="Our customers are at the heart of everything we do.",
        de="Unsere Kundinnen und Kunden stehen im Mittelpunkt unseres Handelns.",
    ),
    Text(
        en="We listen, we keep our word, and we say thank you.",
        de="Wir hören zu, halten Wort und sagen Danke.",
    ),
    Text(en="We celebrate the big moments with you.", de="Die großen Momente feiern wir mit Ihnen."),
)
_TABLES: dict[str, tuple[tuple[Text, ...], tuple[tuple[object, ...], ...]]] = {
    "completeness": (
        (
            Text(en="channel", de="Kanal"),
            Text(en="contacts", de="Kontakte"),
            Text(en="in the history within a day", de="binnen eines Tages in der Historie"),
        ),
        (
            ("web", 5210, 5158),
            ("app", 6874, 6806),
            ("phone", 2951, 2449),
            ("letter", 1107, 764),
            ("branch", 1322, 1018),
        ),
    ),
    "responses": (
        (
            Text(en="week", de="Woche"),
            Text(en="answers", de="Antworten"),
            Text(en="with criticism", de="mit Kritik"),
            Text(en="answered within three days", de="in drei Tagen beantwortet"),
        ),
        ((1, 412, 88, 71), (2, 397, 79, 66), (3, 431, 95, 80), (4, 405, 84, 75)),
    ),
    "releases": (
        (
            Text(en="week", de="Woche"),
            Text(en="releases", de="Veröffentlichungen"),
            Text(en="failed", de="fehlgeschlagen"),
            Text(en="minutes to recover", de="Minuten bis zur Wiederherstellung"),
        ),
        ((1, 3, 0, ""), (2, 4, 1, 41), (3, 3, 0, ""), (4, 5, 1, 12)),
    ),
}
_NAMES = {
    "mission": Text(en="mission-statement.pdf", de="leitbild.pdf"),
    "completeness": Text(en="contact-history.csv", de="kontakthistorie.csv"),
    "responses": Text(en="responses.csv", de="reaktionen.csv"),
    "releases": Text(en="releases.csv", de="veroeffentlichungen.csv"),
}


def paper(slug: str, language: str) -> tuple[str, bytes]:
    """File name and content, the same bytes every time."""
    name = _NAMES[slug].to(language)
    if slug == "mission":
        return name, _page([line.to(language) for line in _MISSION])
    header, rows = _TABLES[slug]
    written = StringIO()
    csv.writer(written, delimiter=";", lineterminator="\n").writerows(
        [[column.to(language) for column in header], *rows]
    )
    return name, written.getvalue().encode()


def _page(lines: list[str]) -> bytes:
    """One page of text as PDF 1.4, its first two lines large."""
    shown = [b"BT 72 760 Td"]
    for at, line in enumerate(lines):
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
        shown.append(b"/F %d Tf 0 -%d Td (%s) Tj" % ((20, 28, escaped) if at < 2 else (12, 20, escaped)))
    stream = b"\n".join([*shown, b"ET"])
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        written
        + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            table,
            len(written),
        )
    )
