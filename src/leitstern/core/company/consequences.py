"""What a change of the taxonomy means for what is stored and for what comes in: one sentence each, before it is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leitstern.core.company.differences import Change, How
from leitstern.core.company.editing import WITH_SYNONYMS
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leitstern.core.company.taxonomy import Kind, Taxonomy

FEWEST = 5  # smaller numbers are not told

RENAMED = Text(
    en="{contacts} will be shown under the name “{name}” from now on.",
    de="{contacts} heißen von jetzt an „{name}“.",
)
OTHER_STAGE = Text(
    en="{contacts} will count for the stage “{now}” instead of “{was}”, the stored ones too.",
    de="{contacts} zählen zur Phase „{now}“ statt „{was}“, auch die gespeicherten.",
)
OTHER_PLACE = Text(
    en="From the next import on, what comes in at “{name}” counts for “{now}” unless the file says otherwise; {contacts} "
    "stored so far stay with “{was}”.",
    de="Ab dem nächsten Import zählt, was bei „{name}“ hereinkommt, zu „{now}“, wenn die Datei nichts anderes sagt; {contacts} "
    "von bisher bleiben bei „{was}“.",
)
OTHER_OWNER = Text(
    en="“{now}” answers for “{name}” from now on, instead of “{was}”.",
    de="Für „{name}“ steht von jetzt an „{now}“ ein statt „{was}“.",
)
WEIGHS = Text(
    en="“{name}” weighs {now} instead of {was} in the priorities.",
    de="„{name}“ wiegt bei den Prioritäten {now} statt {was}.",
)
NEW_SYNONYMS = Text(
    en="Files that say {words} are understood as “{name}” from the next import on.",
    de="Dateien, in denen {words} steht, werden ab dem nächsten Import als „{name}“ verstanden.",
)
WAITED = Text(
    en="{entries} that came in under it so far stay not mapped until their import is read again.",
    de="{entries} von bisher bleiben nicht zugeordnet, bis ihr Import noch einmal gelesen wird.",
)
LOST_SYNONYMS = Text(
    en="Files that say {words} are no longer understood as “{name}”; what is stored stays.",
    de="Dateien, in denen {words} steht, werden nicht mehr als „{name}“ verstanden; was gespeichert ist, bleibt.",
)
PROMISED = Text(
    en="“{name}” now reads {now} of 100 customers instead of {was}: its promise gap is calculated anew, looking back too.",
    de="„{name}“ gilt jetzt für {now} von 100 Kundinnen und Kunden statt für {was}: Die Versprechenslücke wird neu berechnet, "
    "auch rückwirkend.",
)
NEW = Text(
    en="“{name}” is new; nothing that is stored counts for it yet.",
    de="„{name}“ ist neu; von dem, was gespeichert ist, zählt noch nichts dazu.",
)
BACK = Text(
    en="“{name}” is in use again, under the code it had: {contacts} count for it again.",
    de="„{name}“ ist wieder in Gebrauch, unter dem Code von früher: {contacts} zählen wieder dazu.",
)
GONE = Text(
    en="“{name}” leaves the taxonomy. {contacts} keep it as their former name; whatever still comes in under it waits as not "
    "mapped.",
    de="„{name}“ verlässt die Taxonomie. {contacts} behalten den Namen als früheren; was noch darunter hereinkommt, wartet als "
    "nicht zugeordnet.",
)
GONE_SIMPLY = Text(
    en="“{name}” leaves the taxonomy. Its short name is never given to anything else.",
    de="„{name}“ verlässt die Taxonomie. Der Kurzname wird nie für etwas anderes vergeben.",
)
MERGED = Text(
    en="What comes in as “{name}” counts for “{into}” from the next import on. {contacts} stored so far keep “{name}” as their "
    "former name until their import is read again.",
    de="Was als „{name}“ hereinkommt, zählt ab dem nächsten Import zu „{into}“. {contacts} von bisher behalten „{name}“ als "
    "früheren Namen, bis ihr Import noch einmal gelesen wird.",
)
STAGES_MERGED = Text(
    en="The stage “{name}” is gone: {contacts} count for the stages their touchpoints belong to now.",
    de="Die Phase „{name}“ gibt es nicht mehr: {contacts} zählen zu den Phasen, zu denen ihre Kontaktpunkte jetzt gehören.",
)
TWO_PROMISES = Text(
    en="“{name}” now has more than one promise about “{facet}”; retire all but the one that holds.",
    de="„{name}“ hat jetzt mehr als ein Versprechen zu „{facet}“; nehmen Sie alle außer Gebrauch bis auf das gültige.",
)
NOTHING_COUNTED = Text(
    en="No stored contact changes its number: only words and rules do.",
    de="Kein gespeicherter Kontakt zählt anders: Es ändern sich nur Worte und Regeln.",
)
SEVERAL = Text(en="{n} contacts", de="{n} Kontakte")
FEW = Text(en="Fewer than five contacts", de="Weniger als fünf Kontakte")
NONE = Text(en="No contacts", de="Keine Kontakte")
ENTRIES = Text(en="{n} entries", de="{n} Einträge")
ONE_ENTRY = Text(en="1 entry", de="1 Eintrag")


@dataclass(frozen=True, slots=True)
class Stored:
    """What is there: contacts by sort and short name, and entries that wait without a term, by the word they came with."""

    contacts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    waiting: Mapping[tuple[str, str], int] = field(default_factory=dict)


def said_contacts(n: int) -> Text:
    """`12,311 contacts`; small numbers without saying how many."""
    if n == 0:
        return NONE
    return FEW if n < FEWEST else SEVERAL.fill(n=grouped(n))


def consequences(
    changes: Sequence[Change], before: Taxonomy, after: Taxonomy, stored: Stored
) -> tuple[Text, ...]:
    """One sentence for each thing that will be different."""
    found = [said for change in changes for said in _of(change, before, after, stored)]
    found += _promised_twice(before, after)
    if changes and not found:
        found.append(NOTHING_COUNTED)
    return tuple(dict.fromkeys(found))


def _of(change: Change, before: Taxonomy, after: Taxonomy, stored: Stored) -> Iterator[Text]:
    n = stored.contacts.get((change.sort, change.slug), 0)
    match change.how:
        case How.ADDED:
            was = any((each.kind, each.slug) == (change.sort, change.slug) for each in before.retired)
            yield (BACK if was else NEW).fill(name=change.name, contacts=said_contacts(n))
            yield from _synonyms(change, (), _synonyms_of(after, change), stored)
        case How.RETIRED:
            yield _gone(change, after, n)
        case How.CHANGED:
            yield from _changed(change, n)
            yield from _synonyms(change, _synonyms_of(before, change), _synonyms_of(after, change), stored)


def _changed(change: Change, n: int) -> Iterator[Text]:
    for each in change.fields:
        told = {"name": change.name, "was": each.before, "now": each.after, "contacts": said_contacts(n)}
        if each.field == "name" and n:
            yield RENAMED.fill(**told)
        elif each.field == "stage":
            yield OTHER_STAGE.fill(**told)
        elif change.sort == "touchpoint" and each.field in {"department", "channel"}:
            yield OTHER_PLACE.fill(**told)
        elif each.field == "owner":
            yield OTHER_OWNER.fill(**told)
        elif each.field == "importance":
            yield WEIGHS.fill(**told)
        elif each.field == "share":
            yield PROMISED.fill(**told)


def _synonyms(change: Change, before: Sequence[str], after: Sequence[str], stored: Stored) -> Iterator[Text]:
    new = [word for word in after if word not in before]
    if new:
        yield NEW_SYNONYMS.fill(name=change.name, words=_listed(new))
        if waited := sum(stored.waiting.get((change.sort, word), 0) for word in new):
            entries = ONE_ENTRY if waited == 1 else ENTRIES.fill(n=grouped(waited))
            yield WAITED.fill(entries=entries)
    if lost := [word for word in before if word not in after]:
        yield LOST_SYNONYMS.fill(name=change.name, words=_listed(lost))


def _synonyms_of(taxonomy: Taxonomy, change: Change) -> tuple[str, ...]:
    terms = getattr(taxonomy, f"{change.sort}s", ())
    term = next((each for each in terms if each.slug == change.slug), None)
    found: tuple[str, ...] = getattr(term, "synonyms", ())
    return found


def _gone(change: Change, after: Taxonomy, n: int) -> Text:
    told = {"name": change.name, "contacts": said_contacts(n)}
    if change.sort == "stage":
        return STAGES_MERGED.fill(**told)
    if change.sort not in WITH_SYNONYMS:
        return GONE_SIMPLY.fill(**told)
    kind: Kind = change.sort  # type: ignore[assignment]  # what has synonyms is a kind of term
    if code := after.resolve(kind, change.slug):
        return MERGED.fill(**told, into=after.name(kind, code))
    return GONE.fill(**told)


def _promised_twice(before: Taxonomy, after: Taxonomy) -> Iterator[Text]:
    names = {each.slug: each.name for each in after.touchpoints}
    facets = {each.slug: each.name for each in after.facets}
    for touchpoint, facet in sorted(_twice(after) - _twice(before)):
        if touchpoint in names and facet in facets:
            yield TWO_PROMISES.fill(name=names[touchpoint], facet=facets[facet])


def _twice(taxonomy: Taxonomy) -> set[tuple[str, str]]:
    """Places where more than one promise is about the same statement."""
    places = Counter((each.touchpoint, each.facet) for each in taxonomy.promises)
    return {place for place, times in places.items() if times > 1}


def _listed(words: Sequence[str]) -> Text:
    return Text(en=", ".join(f"“{word}”" for word in words), de=", ".join(f"„{word}“" for word in words))
