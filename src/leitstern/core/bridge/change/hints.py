"""What a good reader would remark on a brief before it goes out. Hints never stand in the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.core.bridge.change.brief import BriefDraft, ForRole, RoleKey

ALIKE = 0.9  # share of characters two answers have in common, without the names of the roles
FEW_WORDS = 8
FEWEST_COMPARED = 20  # characters; shorter answers are told apart by nobody

_TECHNOLOGY = re.compile(
    r"\b(?:\w*(?:plattform|platform|software|system|technolog|digital|chatbot|automati|algorithm)\w*"
    r"|tools?|ki|ai|crm|cms|cmp|cdp|dxp|apps?|cloud|it|daten\w*|data|künstliche\w* intelligenz|artificial intelligence)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\w*(?:kund|mensch|leute|famil|mitarbeit|kolleg|team|angehörig|versicherte|customer|people|person|client|"
    r"colleague|staff|relative|policyholder)\w*",
    re.IGNORECASE,
)

ONLY_TECHNOLOGY = Text(
    en="“Why” speaks of technology only ({words}). Say what gets better for customers or for those who work with it.",
    de="„Warum“ spricht nur von Technologie ({words}). Sagen Sie, was für Kundinnen und Kunden oder für die, die damit arbeiten, besser wird.",
)
NOBODY_IN_IT = Text(
    en="“Why” names no people: neither customers nor those who work here.",
    de="Im „Warum“ kommen keine Menschen vor: weder Kundinnen und Kunden noch die, die hier arbeiten.",
)
COPIED = Text(
    en="“{first}” and “{second}” read almost the same. What is different in the daily work of the two?",
    de="Bei „{first}“ und „{second}“ steht fast dasselbe. Worin unterscheidet sich der Arbeitsalltag der beiden?",
)
COPIED_WHY = Text(
    en="“{role}” gets the reason again instead of what changes in daily work.",
    de="„{role}“ liest noch einmal den Grund statt dessen, was sich im Arbeitsalltag ändert.",
)
SHORT = Text(
    en="The answer for “{role}” has {n} words. From that, hardly anybody learns what to do otherwise on Monday.",
    de="Die Antwort für „{role}“ hat {n} Wörter. Daraus erfährt kaum jemand, was am Montag anders ist.",
)
UNANSWERED = Text(
    en="“{role}” is affected and gets no answer.", de="„{role}“ ist betroffen und bekommt keine Antwort."
)
NO_ROLE = Text(
    en="Nobody has said whose work changes. Enter the affected roles.",
    de="Niemand hat gesagt, wessen Arbeit sich ändert. Tragen Sie die betroffenen Rollen ein.",
)
NOTHING_STOPS = Text(
    en="Nothing is stopped. Then everything new comes on top, and the old way stays open.",
    de="Es hört nichts auf. Dann kommt alles Neue obendrauf, und der alte Weg bleibt offen.",
)
NO_PRINCIPLE = Text(
    en="No principle is named. What can people go by when nobody is there to ask?",
    de="Es wird kein Prinzip genannt. Woran können sich die Menschen halten, wenn niemand zum Fragen da ist?",
)
NO_DAY = Text(
    en="It does not say from which day on it applies.", de="Es steht nicht da, ab welchem Tag es gilt."
)
SPEAKER_LEFT = Text(
    en="{name} says it, and is no longer there. Who can be asked now?",
    de="{name} sagt es und ist nicht mehr da. Wen kann man jetzt fragen?",
)


@dataclass(frozen=True, slots=True)
class Hint:
    """One remark, and the field it belongs to."""

    code: str
    field: str
    text: Text


def hints(draft: BriefDraft, affected: Iterable[RoleKey] = (), gone: Iterable[str] = ()) -> tuple[Hint, ...]:
    """All remarks on a draft. `affected` are roles the initiative names; `gone` are people who have left."""
    return (*_why(draft), *_roles(draft, tuple(affected)), *_rest(draft, {name.casefold() for name in gone}))


def _why(draft: BriefDraft) -> Iterator[Hint]:
    if not draft.why.strip() or _PEOPLE.search(draft.why):
        return
    named = list(dict.fromkeys(found.group(0) for found in _TECHNOLOGY.finditer(draft.why)))
    if named:
        words = ", ".join(named[:3])
        yield Hint("only-technology", "why", ONLY_TECHNOLOGY.fill(words=words))
    else:
        yield Hint("no-people", "why", NOBODY_IN_IT)


def _roles(draft: BriefDraft, affected: tuple[RoleKey, ...]) -> Iterator[Hint]:
    open_roles = [each.role for each in draft.roles if not each.answered]
    open_roles += [role for role in affected if draft.answer_for(role) is None]
    for role in open_roles:
        yield Hint("unanswered", "roles", UNANSWERED.fill(role=role.name))
    if not draft.roles and not open_roles:
        yield Hint("no-role", "roles", NO_ROLE)
    answers = [each for each in draft.roles if each.answered]
    for each in answers:
        n = len(each.text.split())
        if _alike(_plain(each.text, answers), _plain(draft.why, answers)):
            yield Hint("copied-why", "roles", COPIED_WHY.fill(role=each.role.name))
        elif n < FEW_WORDS:
            yield Hint("short", "roles", SHORT.fill(role=each.role.name, n=n))
    plain = [(each.role.name, _plain(each.text, answers)) for each in answers]
    for (first, one), (second, other) in combinations(plain, 2):
        if _alike(one, other):
            yield Hint("copied", "roles", COPIED.fill(first=first, second=second))


def _rest(draft: BriefDraft, gone: set[str]) -> Iterator[Hint]:
    if not draft.principles:
        yield Hint("no-principle", "principles", NO_PRINCIPLE)
    if not draft.stops:
        yield Hint("nothing-stops", "stops", NOTHING_STOPS)
    if draft.valid_from is None:
        yield Hint("no-day", "valid_from", NO_DAY)
    if draft.speaker.strip().casefold() in gone:
        yield Hint("speaker-left", "speaker", SPEAKER_LEFT.fill(name=draft.speaker))


def _plain(text: str, answers: Iterable[ForRole]) -> str:
    """What is compared: without the names of roles, which are exchanged first when an answer is copied."""
    said = text.casefold()
    for each in answers:
        said = said.replace(each.role.name.casefold(), "")
    return " ".join(re.findall(r"\w+", said))


def _alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < FEWEST_COMPARED:
        return bool(one) and one == other
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
