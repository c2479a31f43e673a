"""What can be done with the shared language."""

from __future__ import annotations

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.findings import anew
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.company.queries import CURRENT, current_version, taxonomy_of
from leitstern.collect.taxonomy_file import write_taxonomy
from leitstern.core.company.taxonomy import Taxonomy


@action("adopt taxonomy", Capability.IMPORT)
def adopt(actor: Actor, taxonomy: Taxonomy) -> TaxonomyVersion:
    """Make this the current taxonomy. Codes of known terms stay; the same content makes no new version."""
    last = current_version()
    if last is not None:
        taxonomy = taxonomy.evolve(taxonomy_of(last))
    content = write_taxonomy(taxonomy)
    if last is not None and last.content == content:
        return last
    anew(CURRENT)
    return TaxonomyVersion.objects.create(content=content, actor=actor.actor_id)
