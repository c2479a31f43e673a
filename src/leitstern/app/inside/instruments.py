"""Instruments: what is there, which one is asked, bringing one in, copying one with questions of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.db.models import F, ProtectedError, Q, QuerySet
from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.findings import anew, once
from leitstern.app.common.lookups import or_not_found
from leitstern.app.inside.models import InstrumentVersion, digest_of
from leitstern.collect.instrument_file import read_instrument, write_instrument
from leitstern.collect.instruments import OWN, shipped
from leitstern.core.errors import Conflict, Damaged
from leitstern.core.inside.instrument import Axis, Dimension, Instrument, Item
from leitstern.core.inside.own_questions import extend
from leitstern.core.texts import Text

CURRENT, PLACING = "instrument asked", "instruments that place"  # what is asked once a request
PUBLISHER = "leitstern"  # actor of what came with the program
SAME = Text(
    en="This version is here already.", de="Diese Fassung gibt es hier schon. Es wurde nichts geändert."
)
OTHER = Text(
    en="Version {version} of “{slug}” is here already, with other content. Nothing was changed; raise `version` in the file.",
    de="Fassung {version} von „{slug}“ gibt es hier schon, mit anderem Inhalt. Es wurde nichts geändert; erhöhen Sie bitte `version` in der Datei.",
)
NO_SUCH = Text(en="There is no such instrument.", de="Dieses Instrument gibt es nicht.")
CHANGED = Text(
    en="The stored instrument “{slug}” {version} is not what was brought in. Restore it from a backup.",
    de="Das gespeicherte Instrument „{slug}“ {version} ist nicht mehr, was eingebracht wurde. Stellen Sie es bitte aus einer Sicherung wieder her.",
)
ONE_AXIS = Text(
    en="It does not ask about both culture and technology with anchors, so it cannot place a company. Use it beside another one.",
    de="Es fragt nicht mit Ankerbeschreibungen nach Kultur und Technologie und kann ein Unternehmen daher nicht verorten. Verwenden Sie es neben einem anderen.",
)
STAYS = Text(
    en="This instrument came with the program or has been used; it stays, so that results can be traced to it.",
    de="Dieses Instrument gehört zum Programm oder wurde schon verwendet; es bleibt, damit Ergebnisse nachvollziehbar sind.",
)


def instrument_versions() -> QuerySet[InstrumentVersion]:
    """All versions, those of the program first."""
    return InstrumentVersion.objects.all()


def instrument_version(version_id: int) -> InstrumentVersion:
    """One version. Raises NotFound."""
    return or_not_found(InstrumentVersion.objects.filter(pk=version_id).first(), NO_SUCH)


def named_version(slug: str, version: int | None = None) -> InstrumentVersion:
    """A version by its name, the newest if no number is given. Raises NotFound."""
    found = InstrumentVersion.objects.filter(slug=slug).order_by("-version")
    return or_not_found((found if version is None else found.filter(version=version)).first(), NO_SUCH)


def current_version() -> InstrumentVersion:
    """The one that is asked from now on: chosen last, else the newest of our own."""
    return once(CURRENT, _current)


def placing_versions() -> frozenset[int]:
    """Numbers of those that ask along an axis; a pulse does not."""
    return once(PLACING, _placing)


def _current() -> InstrumentVersion:
    candidates = InstrumentVersion.objects.filter(Q(chosen__isnull=False) | Q(slug=OWN))
    return or_not_found(candidates.order_by(F("chosen").desc(nulls_last=True), "-version").first(), NO_SUCH)


def _placing() -> frozenset[int]:
    there = InstrumentVersion.objects.all()
    return frozenset(each.pk for each in there if any(of.axis for of in content_of(each).dimensions))


def askable() -> QuerySet[InstrumentVersion]:
    """The newest version of each instrument with statements, and the one that is asked from now on."""
    newest = {
        each.slug: each.pk for each in InstrumentVersion.objects.order_by("version") if content_of(each).items
    }
    return InstrumentVersion.objects.filter(pk__in={*newest.values(), current_version().pk}).order_by(
        F("chosen").desc(nulls_last=True), "slug"
    )


def content_of(version: InstrumentVersion) -> Instrument:
    """The instrument of a version. Raises Damaged if it was changed behind the program's back."""
    if digest_of(version.content) != version.digest:
        raise Damaged(CHANGED.fill(slug=version.slug, version=version.version))
    return _read(version.content, version.digest)


@lru_cache(maxsize=64)
def _read(content: str, digest: str) -> Instrument:
    del digest  # what content is remembered by
    return read_instrument(content)


def can_place(instrument: Instrument) -> bool:
    """Whether it asks about both axes with anchors."""
    return all(any(dimension.anchors for dimension in instrument.of(axis)) for axis in Axis)


def keep_shipped() -> None:
    """Add what comes with the program and is not there yet."""
    there = set(InstrumentVersion.objects.values_list("slug", "version"))
    for instrument in shipped():
        if (instrument.slug, instrument.version) in there:
            continue
        content = write_instrument(instrument)
        InstrumentVersion.objects.get_or_create(  # another process may have been faster
            slug=instrument.slug,
            version=instrument.version,
            defaults={
                "content": content,
                "digest": digest_of(content),
                "shipped": True,
                "actor": PUBLISHER,
            },
        )


@action("bring in instrument", Capability.RUN_WAVES)
def bring_in(actor: Actor, raw: bytes, file: str) -> InstrumentVersion:
    """Keep an instrument from a YAML file. Raises InvalidFile with every mistake, Conflict for a known version."""
    return _keep(actor, read_instrument(raw, file))


@action("copy instrument", Capability.RUN_WAVES)
def copy_with_own(
    actor: Actor,
    source: InstrumentVersion,
    dimensions: Sequence[Dimension] = (),
    items: Sequence[Item] = (),
) -> InstrumentVersion:
    """A copy with dimensions and items of one's own, as the next version under a name of its own."""
    slug = source.slug if source.slug.endswith("-own") else f"{source.slug}-own"
    newest = InstrumentVersion.objects.filter(slug=slug).order_by("-version").first()
    version = newest.version + 1 if newest else 1
    return _keep(actor, extend(content_of(source), slug, version, dimensions, items))


@action("choose instrument", Capability.RUN_WAVES)
def choose(actor: Actor, version: InstrumentVersion) -> InstrumentVersion:
    """Ask with this one from now on. Raises Conflict for one that cannot place a company."""
    if not can_place(content_of(version)):
        raise Conflict(ONE_AXIS)
    version.chosen = timezone.now()
    version.save(update_fields=["chosen"])
    anew(CURRENT)
    return version


@action("remove instrument", Capability.RUN_WAVES)
def remove_instrument(actor: Actor, version: InstrumentVersion) -> InstrumentVersion:
    """Take a version out that was never used. Raises Conflict for all others."""
    key = version.pk
    if version.shipped:
        raise Conflict(STAYS)
    try:
        version.delete()
    except ProtectedError:
        raise Conflict(STAYS) from None
    version.pk = key  # the log names what went
    anew(CURRENT)
    anew(PLACING)
    return version


def _keep(actor: Actor, instrument: Instrument) -> InstrumentVersion:
    content = write_instrument(instrument)
    there = InstrumentVersion.objects.filter(slug=instrument.slug, version=instrument.version).first()
    if there is not None:
        if there.digest == digest_of(content):
            raise Conflict(SAME)
        raise Conflict(OTHER.fill(slug=instrument.slug, version=instrument.version))
    anew(CURRENT)
    anew(PLACING)
    return InstrumentVersion.objects.create(
        slug=instrument.slug, version=instrument.version, content=content, actor=actor.actor_id
    )
