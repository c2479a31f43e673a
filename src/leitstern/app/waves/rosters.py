"""Comparing a roster with whom other waves ask or asked, so that no wave can be taken from another.

Waves at the same time must not ask the same people. Of earlier rosters only fingerprints are left; a place of a wave
remembers `[since, place, fresh]`, see `core.inside.groups.Cohort`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from leitstern.app.waves.models import Fingerprint, Wave, WaveState
from leitstern.app.waves.queries import parents
from leitstern.app.waves.results import unit_name
from leitstern.app.waves.tokens import fingerprint, fingerprint_together
from leitstern.core.company.tree import COMPANY
from leitstern.core.errors import Conflict
from leitstern.core.inside.cohorts import cohorts_of, too_alike
from leitstern.core.inside.groups import Cohort
from leitstern.core.inside.ratings import VIEWS, View
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

type Place = tuple[View, str]

NAMED = 5  # units in a sentence
SAME_PEOPLE = Text(
    en="{n} people on this roster are being asked in “{name}” right now. Two waves at once could be taken from each other, "
    "and what a few people say could be read off. Wait until “{name}” is closed, or leave these people out. Nothing was "
    "launched.",
    de="{n} Personen dieser Liste werden gerade in „{name}“ befragt. Zwei Wellen zugleich ließen sich voneinander abziehen, "
    "und was wenige sagen, wäre abzulesen. Warten Sie, bis „{name}“ geschlossen ist, oder nehmen Sie diese Personen von der "
    "Liste. Es wurde nichts gestartet.",
)
SAME_PLACES = Text(
    en="“{name}” is asking in {units} right now, one of both waves on paper, so nobody can tell whether it asks the same "
    "people. Wait until “{name}” is closed, or leave these departments out. Nothing was launched.",
    de="„{name}“ fragt gerade in {units}, und eine der beiden Wellen läuft auf Papier; deshalb weiß niemand, ob es dieselben "
    "Personen sind. Warten Sie, bis „{name}“ geschlossen ist, oder nehmen Sie diese Bereiche heraus. Es wurde nichts gestartet.",
)
TOO_ALIKE = Text(
    en="Nothing of this wave could be shown: of {units} other people are asked than in earlier waves, but fewer than "
    "{fewest} of them for the first time, and what those few say could be worked out. Ask exactly the same people as "
    "before, or wait until at least {fewest} new ones have come. Nothing was launched.",
    de="Von dieser Welle ließe sich nichts zeigen: Von {units} werden andere Personen befragt als in früheren Wellen, aber "
    "weniger als {fewest} davon zum ersten Mal, und was diese wenigen sagen, ließe sich errechnen. Befragen Sie genau "
    "dieselben Personen wie damals, oder warten Sie, bis mindestens {fewest} neue hinzugekommen sind. Es wurde nichts "
    "gestartet.",
)
OF_UNIT = Text(en="{unit} ({level})", de="{unit} ({level})")


def refuse_overlap(wave: Wave) -> None:
    """Raise Conflict if another running wave asks the same people, or on paper in the same departments."""
    mine = _people(wave)
    for other in Wave.objects.filter(state=WaveState.RUNNING).exclude(pk=wave.pk).select_related("taxonomy"):
        theirs = _people(other)
        shared = {each for them in mine.values() for each in them if each} & {
            each for them in theirs.values() for each in them
        }
        if shared:
            raise Conflict(SAME_PEOPLE.fill(n=len(shared), name=other.name))
        if any("" in them for them in (*mine.values(), *theirs.values())) and mine.keys() & theirs.keys():
            raise Conflict(SAME_PLACES.fill(name=other.name, units=_named(wave, mine.keys() & theirs.keys())))


def compare(wave: Wave) -> dict[Place, Cohort]:
    """Who of the roster was asked in earlier waves, place by place; nothing for a wave on paper."""
    people = {place: {fingerprint(each) for each in them} for place, them in _by_address(wave).items()}
    known = list(Fingerprint.objects.exclude(wave=wave).values_list("digest", "cohort"))
    asked = {digest for digest, cohort in known if cohort is None}
    together = {digest: Cohort(*cohort) for digest, cohort in known if cohort}
    whole = {place: fingerprint_together(them) for place, them in _by_address(wave).items()}
    again = {place: together[digest] for place, digest in whole.items() if digest in together}
    return cohorts_of(people, _since(wave), asked, again)


def remember(wave: Wave, cohorts: dict[Place, Cohort]) -> None:
    """Keep the fingerprints of everybody on the roster, for the waves that follow."""
    made: dict[str, list[int] | None] = {}
    for place, them in _by_address(wave).items():
        made |= {fingerprint(each): None for each in them}
        made[fingerprint_together(them)] = as_json(cohorts[place])
    Fingerprint.objects.bulk_create(
        (Fingerprint(wave=wave, digest=digest, cohort=cohort) for digest, cohort in made.items()),
        batch_size=500,
    )


def as_json(cohort: Cohort) -> list[int]:
    """As it is kept."""
    return [cohort.since, cohort.place, cohort.fresh]


def would_stay_hidden(wave: Wave, cohorts: dict[Place, Cohort]) -> list[Place]:
    """The units, by level, that cannot be shown because too few of their people are asked for the first time."""
    invited = {place: len(them) for place, them in _people(wave).items()}
    return too_alike(cohorts, invited, parents(wave), _since(wave), wave.fewest)


def refuse_alike(wave: Wave, cohorts: dict[Place, Cohort]) -> None:
    """Raise Conflict if no level of the company could be shown."""
    hidden = would_stay_hidden(wave, cohorts)
    asked: dict[View, int] = defaultdict(int)
    for (level, _unit), them in _people(wave).items():
        asked[level] += len(them)
    levels = [level for level, n in asked.items() if n >= wave.fewest]
    if levels and all((level, COMPANY) in hidden for level in levels):
        raise Conflict(TOO_ALIKE.fill(units=_named(wave, hidden), fewest=wave.fewest))


def _since(wave: Wave) -> int:
    """The how-manieth wave to be launched this one is or would be."""
    launched = Wave.objects.exclude(launched=None)
    return (launched.filter(launched__lt=wave.launched) if wave.launched else launched).count() + 1


def _people(wave: Wave) -> dict[Place, list[str]]:
    """The addresses on the roster by place; an empty one for somebody on paper."""
    found: dict[Place, list[str]] = defaultdict(list)
    for level, unit, address in wave.roster.order_by("id").values_list("level", "unit", "address"):
        found[View(level), unit].append(address.casefold())
    return found


def _by_address(wave: Wave) -> dict[Place, list[str]]:
    return {place: them for place, them in _people(wave).items() if all(them)}


def _named(wave: Wave, places: Iterable[Place]) -> Text:
    """These units in a sentence, the first few of them."""
    names = [OF_UNIT.fill(level=VIEWS[level], unit=unit_name(wave, unit)) for level, unit in sorted(places)]
    more = "" if len(names) <= NAMED else " …"
    return Text(
        en=", ".join(name.en for name in names[:NAMED]) + more,
        de=", ".join(name.de for name in names[:NAMED]) + more,
    )
