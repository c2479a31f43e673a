"""How long and how coarsely single answers are kept. Published results stay; they hold nobody's answer, and the words
people added go with the answers.

The days are set before the launch and frozen with it; without an agreement on fewer they are `KEEP_DAYS`, and they
count from the publication, or from the closing of a wave that is never published.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import batched

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import WORKER, Actor, Capability
from leitstern.app.common.wiping import wipe_after_commit
from leitstern.app.inside.agreements import agreed
from leitstern.app.waves.models import KEEP_DAYS, Answer, Fingerprint, Publication, Wave, WaveState
from leitstern.app.waves.queries import parents
from leitstern.app.waves.states import in_state
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.lifting import lifted
from leitstern.core.texts import Text

KNOWN_DAYS = 183  # after the closing of a wave, what somebody said in it counts as known
COMPARED_DAYS = 730  # after the closing of a wave, exactly the same people of a place count as the same
TOO_LONG = Text(
    en="Single answers are kept for at most {most} days; a wave may delete them earlier, never later.",
    de="Einzelne Antworten werden höchstens {most} Tage aufbewahrt; eine Welle darf sie früher löschen, nie später.",
)


def longest() -> int:
    """The most days answers are kept: as agreed with the works council, else two years."""
    found = agreed()
    return KEEP_DAYS if found is None or found.keep_days is None else found.keep_days


def checked_days(days: int | None) -> int:
    """How long to keep answers; the longest if nothing is said. Raises InvalidInput for more than that."""
    most = longest()
    if days is not None and not 0 <= days <= most:
        raise InvalidInput(TOO_LONG.fill(most=most))
    return most if days is None else days


def kept_until(wave: Wave) -> datetime | None:
    """When single answers and comments are deleted; None while that is not known, or when they are gone."""
    since = wave.published or wave.closed
    return None if since is None or wave.forgotten else since + timedelta(days=wave.keep_days)


def lift(wave: Wave) -> None:
    """Keep unit and level of answers only as far as enough people share them; done when results are published."""
    rows: dict[tuple[str, str], list[int]] = {}
    for key, level, unit in Answer.objects.filter(wave=wave).values_list("pk", "level", "unit"):
        rows.setdefault((level, unit), []).append(key)
    counts = {place: len(keys) for place, keys in rows.items()}
    for place, (level, unit) in lifted(counts, parents(wave), wave.fewest).items():
        if place != (level, unit):
            for keys in batched(rows[place], 500):
                Answer.objects.filter(pk__in=keys).update(level=level, unit=unit)


@action("delete answers", Capability.RUN_WAVES)
def forget(actor: Actor, wave: Wave) -> Wave:
    """Delete the single answers and comments of a wave, published ones too. Raises Conflict before it is closed."""
    wave = in_state(wave, WaveState.CLOSED, WaveState.PUBLISHED)
    if wave.forgotten is None:
        wave.answers.all().delete()
        wave.comments.all().delete()
        for publication in Publication.objects.filter(wave=wave):
            publication.results["comments"] = []
            publication.save(update_fields=["results"])
        wave.forgotten = timezone.now()
        wave.save(update_fields=["forgotten"])
        wipe_after_commit()
    return wave


def forget_due() -> bool:
    """Delete what was kept long enough; done by the worker, day by day."""
    now = timezone.now()
    over = Wave.objects.filter(state__in=[WaveState.CLOSED, WaveState.PUBLISHED], forgotten=None)
    due = [wave for wave in over if (until := kept_until(wave)) and until <= now]
    for wave in due:
        forget(WORKER, wave)
    return _forget_rosters(now) or bool(due)


def _forget_rosters(now: datetime) -> bool:
    """Delete the fingerprints of people, and later of places, that nobody compares any more."""
    people = Q(cohort__isnull=True, wave__closed__lte=now - timedelta(days=KNOWN_DAYS))
    places = Q(wave__closed__lte=now - timedelta(days=COMPARED_DAYS))
    old = Fingerprint.objects.filter(people | places)
    if not old.exists():
        return False
    with transaction.atomic():
        old.delete()
        wipe_after_commit()
    return True
