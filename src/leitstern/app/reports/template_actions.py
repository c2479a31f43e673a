"""The company's own slides: brought in once, checked, kept in the home, used for every deck from then on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.db import transaction

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.home import current_home
from leitstern.app.reports.deck_template import UNREADABLE, Template, template_of
from leitstern.collect.deck_file import MOST_BYTES, TOO_LARGE, read_deck_file
from leitstern.collect.readers.refused import Refused
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text
from leitstern.store import durable
from leitstern.store.space import refuse_unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = "deck-template.pptx"  # in the home
REFUSED = Text(
    en="{why} Nothing was kept; decks look as before.",
    de="{why} Es wurde nichts behalten; Decks sehen aus wie bisher.",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """The template in use: which layouts of it, what it lacks, since when."""

    opening: str
    content: str
    lacks: Text | None
    since: datetime
    bytes: int


def stored_template() -> bytes | None:
    """The company's slides, or None for ours."""
    path = _path()
    return path.read_bytes() if path.exists() else None


def kept_template() -> Kept | None:
    """What is known of the company's slides."""
    content = stored_template()
    if content is None:
        return None
    found = template_of(content)
    since = datetime.fromtimestamp(_path().stat().st_mtime, UTC)
    return Kept(found.opening.name, found.content.name, found.lacks, since, len(content))


def lacking(content: bytes) -> Text | None:
    """What a template lacks, as a sentence."""
    return template_of(content).lacks


def checked(path: Path) -> bytes:
    """A file as a template, if it can be used as one. Raises InvalidInput."""
    try:
        content = read_deck_file(path)
    except Refused as problem:
        raise InvalidInput(REFUSED.fill(why=problem.text)) from None
    try_out(content)
    return content


@action("bring in deck template", Capability.EDIT_TAXONOMY)
def keep_template(actor: Actor, pieces: Iterable[bytes]) -> Template:
    """Use these slides from now on; those before are replaced. Raises InvalidInput for what is refused."""
    home = current_home()
    with TemporaryDirectory(dir=home.staging) as folder, refuse_unwritable():
        path = Path(folder) / "template"
        size = 0
        with path.open("xb") as out:
            for piece in pieces:
                size += len(piece)
                if size > MOST_BYTES:
                    raise InvalidInput(REFUSED.fill(why=TOO_LARGE))
                out.write(piece)
        content = checked(path)
    transaction.on_commit(lambda: durable.replace(_path(), content))
    return template_of(content)


@action("remove deck template", Capability.EDIT_TAXONOMY)
def remove_template(actor: Actor) -> None:
    """Use our own slides again."""
    transaction.on_commit(lambda: _path().unlink(missing_ok=True))


def try_out(content: bytes) -> None:
    """Write a slide of each kind on it. Raises InvalidInput where that fails."""
    found = template_of(content)
    try:
        for layout in (found.opening, found.content):
            slide = found.deck.slides.add_slide(layout)
            if slide.notes_slide.notes_text_frame is not None:
                slide.notes_slide.notes_text_frame.text = "–"
        found.area()
        found.deck.save(BytesIO())
    except Exception as problem:  # whatever a stranger's file breaks is said in one sentence
        raise InvalidInput(REFUSED.fill(why=UNREADABLE)) from problem


def _path() -> Path:
    return current_home().path / FILE
