"""Claiming levels, bringing proof, examining claims, rating from outside, and taking each of these back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.typed import typed
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.evidence import attachments
from leitstern.app.evidence.models import Assessment, Claim, IndependentRating, Proof, Review
from leitstern.app.evidence.queries import standing_claim
from leitstern.app.inside.instruments import content_of, current_version
from leitstern.core.company.taxonomy import Department
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed
from leitstern.core.inside.evidence import NO_LEVEL
from leitstern.core.inside.instrument import LEVELS, EvidenceType
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from leitstern.app.inside.models import InstrumentVersion

LONGEST = 10_000  # signs of a text
NO_DIMENSION = Text(
    en="The instrument has no such dimension. Nothing was kept.",
    de="Diese Dimension hat das Instrument nicht. Es wurde nichts gespeichert.",
)
NO_UNIT = Text(
    en="The taxonomy has no such department. Nothing was kept.",
    de="Diesen Bereich gibt es in der Taxonomie nicht. Es wurde nichts gespeichert.",
)
TOO_LONG = Text(
    en="A text has more than {most} signs. Nothing was kept; put the long version into a file.",
    de="Ein Text hat mehr als {most} Zeichen. Es wurde nichts gespeichert; geben Sie die lange Fassung als Datei ab.",
)
NO_TITLE = Text(
    en="A proof needs a title of at most 200 signs that says what it is. Nothing was kept.",
    de="Ein Beleg braucht einen Titel von höchstens 200 Zeichen, der sagt, was er ist. Es wurde nichts gespeichert.",
)
NOT_YET = Text(
    en="The day of the fact lies in the future. Nothing was kept.",
    de="Der Tag der Tatsache liegt in der Zukunft. Es wurde nichts gespeichert.",
)
NO_LINK = Text(
    en="A link begins with https:// or http://. Nothing was kept.",
    de="Ein Link beginnt mit https:// oder http://. Es wurde nichts gespeichert.",
)
OWN_CLAIM = Text(
    en="Nobody reviews a level they claimed themselves. Nothing was changed; ask somebody else.",
    de="Die eigene Selbsteinstufung prüft jemand anderes. Es wurde nichts geändert; bitten Sie jemanden darum.",
)
NOT_STANDING = Text(
    en="This claimed level does not stand any more. Nothing was changed; review the one that took its place.",
    de="Diese Selbsteinstufung gilt nicht mehr. Es wurde nichts geändert; prüfen Sie die, die an ihre Stelle getreten ist.",
)
MORE_THAN_CLAIMED = Text(
    en="No more can be credited than is claimed. Nothing was changed.",
    de="Belegt sein kann höchstens die angegebene Stufe. Es wurde nichts geändert.",
)
NO_REASON = Text(
    en="Whoever refuses a claimed level says why. Nothing was changed.",
    de="Wer eine Selbsteinstufung ablehnt, sagt warum. Es wurde nichts geändert.",
)
NOBODY = Text(
    en="Say who assessed (a name or firm of at most 120 signs). Nothing was kept.",
    de="Geben Sie an, wer beurteilt hat (ein Name oder eine Firma, höchstens 120 Zeichen). Es wurde nichts gespeichert.",
)
NOTHING_RATED = Text(
    en="No dimension was rated. Nothing was kept.",
    de="Es wurde keine Dimension beurteilt. Es wurde nichts gespeichert.",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What an independent person sees in one dimension."""

    level: int
    note: str = ""


@action("claim level", Capability.GIVE_EVIDENCE)
def claim(actor: Actor, dimension: str, level: int, text: str = "", *, unit: str = "") -> Claim:
    """Say at which level a department (or, without one, the whole) stands. It takes the place of the claim before."""
    version = _place(dimension, unit)
    return Claim.objects.create(
        dimension=dimension,
        unit=unit,
        level=_level(level),
        text=_words(text),
        instrument=version,
        actor=actor.actor_id,
    )


@action("withdraw claim", Capability.GIVE_EVIDENCE)
def withdraw(actor: Actor, found: Claim) -> Claim:
    """Take a claim back; the one before stands again. Proofs stay, and the claim stays readable."""
    return mark_withdrawn(found)


@action("reinstate claim", Capability.GIVE_EVIDENCE)
def reinstate(actor: Actor, found: Claim) -> Claim:
    """Undo taking it back."""
    return mark_standing(found)


@action("bring proof", Capability.GIVE_EVIDENCE)
def prove(
    actor: Actor,
    dimension: str,
    kind: str,
    title: str,
    day: date,
    *,
    unit: str = "",
    note: str = "",
    link: str = "",
    file: UploadedFile[Any] | None = None,
) -> Proof:
    """Bring something that shows how it is, with the day of the fact, and a link or a file if there is one."""
    _place(dimension, unit)
    title = _words(title)
    if not title or len(title) > 200 or kind not in EvidenceType:
        raise InvalidInput(NO_TITLE)
    if day > timezone.localdate():
        raise InvalidInput(NOT_YET)
    kept = Proof.objects.create(
        dimension=dimension,
        unit=unit,
        kind=kind,
        title=title,
        day=day,
        note=_words(note),
        link=_link(link),
        actor=actor.actor_id,
    )
    if file is not None:
        attachments.attach(kept, file)
    return kept


@action("withdraw proof", Capability.GIVE_EVIDENCE)
def withdraw_proof(actor: Actor, proof: Proof) -> Proof:
    """Let a proof no longer count; it stays, with its file, until somebody removes it for good."""
    return mark_withdrawn(proof)


@action("reinstate proof", Capability.GIVE_EVIDENCE)
def reinstate_proof(actor: Actor, proof: Proof) -> Proof:
    """Undo that."""
    return mark_standing(proof)


@action("remove proof", Capability.GIVE_EVIDENCE)
def remove_proof(actor: Actor, proof: Proof) -> Proof:
    """Take a proof out for good, the bytes of its file included."""
    key = proof.pk
    if hasattr(proof, "attachment"):
        attachments.discard(proof.attachment)
    proof.delete()
    proof.pk = key  # the log names what went
    return proof


@action("review claim", Capability.REVIEW_EVIDENCE)
def review(actor: Actor, found: Claim, level: int | None, reason: str = "") -> Review:
    """Credit a level up to what is claimed, or refuse (no level) with a reason. Raises NotAllowed for one's own."""
    if found.actor == actor.actor_id:
        raise NotAllowed(OWN_CLAIM)
    if standing_claim(found.dimension, found.unit) != found:
        raise Conflict(NOT_STANDING)
    reason = _words(reason)
    if level is None and not reason:
        raise InvalidInput(NO_REASON)
    if level is not None and _level(level) > found.level:
        raise InvalidInput(MORE_THAN_CLAIMED)
    return Review.objects.create(claim=found, level=level, reason=reason, actor=actor.actor_id)


@action("assess independently", Capability.REVIEW_EVIDENCE)
def assess(actor: Actor, assessor: str, seen: Mapping[str, Seen]) -> Assessment:
    """Keep what an independent person sees, by dimension; what they left out stays out."""
    assessor = _words(assessor)
    if not assessor or len(assessor) > 120:
        raise InvalidInput(NOBODY)
    if not seen:
        raise InvalidInput(NOTHING_RATED)
    version = current_version()
    for dimension in seen:
        _known(dimension, version)
    kept = Assessment.objects.create(assessor=assessor, instrument=version, actor=actor.actor_id)
    IndependentRating.objects.bulk_create(
        IndependentRating(assessment=kept, dimension=slug, level=_level(one.level), note=_words(one.note))
        for slug, one in seen.items()
    )
    return kept


@action("withdraw assessment", Capability.REVIEW_EVIDENCE)
def withdraw_assessment(actor: Actor, found: Assessment) -> Assessment:
    """Let an assessment no longer count; it stays readable."""
    return mark_withdrawn(found)


@action("reinstate assessment", Capability.REVIEW_EVIDENCE)
def reinstate_assessment(actor: Actor, found: Assessment) -> Assessment:
    """Undo that."""
    return mark_standing(found)


def _place(dimension: str, unit: str) -> InstrumentVersion:
    """The instrument in force, once it is sure that dimension and unit exist."""
    version = current_version()
    _known(dimension, version)
    taxonomy = current_taxonomy()
    if unit and (taxonomy is None or taxonomy.lookup(Department).slug(unit) is None):
        raise InvalidInput(NO_UNIT)
    return version


def _known(dimension: str, version: InstrumentVersion) -> None:
    if content_of(version).dimension(dimension) is None:
        raise InvalidInput(NO_DIMENSION)


def _level(level: int) -> int:
    if level not in range(LEVELS):
        raise InvalidInput(NO_LEVEL)
    return level


def _words(text: str) -> str:
    if len(text) > LONGEST:
        raise InvalidInput(TOO_LONG.fill(most=LONGEST))
    return typed(text)


def _link(link: str) -> str:
    link = link.strip()
    try:
        if link:
            URLValidator(schemes=["http", "https"])(link)
    except ValidationError:
        raise InvalidInput(NO_LINK) from None
    return link
