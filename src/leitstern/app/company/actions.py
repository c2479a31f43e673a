"""What can be done with the shared language."""

from __future__ import annotations

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.findings import anew
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.company.queries import CURRENT, current_version, taxonomy_of
from leitstern.collect.taxonomy_file import write_taxonomy
from leitstern.core.company.taxonomy import Taxonomy
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

MOVED = Text(
    en="Somebody changed the taxonomy in the meantime: you worked on version {since}, version {now} is in force. "
    "Nothing was kept of your change yet. Look at what is different, and keep yours on top of it.",
    de="Jemand hat die Taxonomie inzwischen geändert: Sie haben an Fassung {since} gearbeitet, jetzt gilt Fassung {now}. "
    "Von Ihrer Änderung ist noch nichts gespeichert. Sehen Sie nach, was anders ist, und speichern Sie Ihre darauf.",
)


class TaxonomyMoved(Conflict):
    """What was to be changed is no longer what is in force; `now` is (its number)."""

    code = "taxonomy-changed"

    def __init__(self, since: int, now: int) -> None:
        self.since, self.now = since, now
        super().__init__(MOVED.fill(since=since, now=now))


def refuse_if_moved(since: int | None) -> None:
    """Raise TaxonomyMoved unless version `since` is still the newest; None: whichever it is."""
    newest = TaxonomyVersion.objects.order_by("-id").values_list("id", flat=True).first() or 0
    if since is not None and since != newest:
        raise TaxonomyMoved(since, newest)


@action("adopt taxonomy", Capability.IMPORT)
def adopt(actor: Actor, taxonomy: Taxonomy, since: int | None = None, reason: str = "") -> TaxonomyVersion:
    """Make this the current taxonomy. Codes of known terms stay; the same content makes no new version.

    `since`: the version it was made from; `reason`: why it changes. Raises TaxonomyMoved if another is in force by now.
    """
    refuse_if_moved(since)
    anew(CURRENT)
    last = current_version()
    if last is not None:
        taxonomy = taxonomy.evolve(taxonomy_of(last))
    content = write_taxonomy(taxonomy)
    if last is not None and last.content == content:
        return last
    anew(CURRENT)
    return TaxonomyVersion.objects.create(content=content, actor=actor.actor_id, reason=reason)
