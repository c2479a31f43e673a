"""Who does it, who answers for it, who is asked and who is told (RACI): mistakes, and what a change would change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.inside.wording import listed
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leitstern.core.inside.structure.register import Register, Role


class Place(StrEnum):
    """What a piece of work is: a process, what happens at a touchpoint, or a whole journey."""

    PROCESS = "process"
    TOUCHPOINT = "touchpoint"
    JOURNEY = "journey"


class Phase(StrEnum):
    """Before a change, or after it."""

    BEFORE = "before"
    AFTER = "after"


class Letter(StrEnum):
    """What a role has to do with a piece of work."""

    ACCOUNTABLE = "A"
    RESPONSIBLE = "R"
    CONSULTED = "C"
    INFORMED = "I"


PLACES = {
    Place.PROCESS: Text(en="process", de="Prozess"),
    Place.TOUCHPOINT: Text(en="touchpoint", de="Kontaktpunkt"),
    Place.JOURNEY: Text(en="journey", de="Reise"),
}
PHASES = {
    Phase.BEFORE: Text(en="today", de="heute"),
    Phase.AFTER: Text(en="after the change", de="nach der Veränderung"),
}
LETTERS = {
    Letter.ACCOUNTABLE: Text(en="answers for it", de="trägt die Verantwortung"),
    Letter.RESPONSIBLE: Text(en="does it", de="führt aus"),
    Letter.CONSULTED: Text(en="is asked", de="wird gefragt"),
    Letter.INFORMED: Text(en="is told", de="wird informiert"),
}
NOBODY = Text(en="nobody answers for it", de="niemand trägt die Verantwortung")
SEVERAL = Text(
    en="{n} roles answer for it: {roles}; so nobody does",
    de="{n} Rollen tragen die Verantwortung: {roles}; damit trägt sie keine",
)
LEFT = Text(
    en="{role} answers for it, and nobody holds that role any more",
    de="{role} trägt die Verantwortung, und niemand hat diese Rolle mehr inne",
)
UNDONE = Text(en="nobody does it", de="niemand führt es aus")
MOVES = Text(
    en="{before} no longer answers for it; {after} does.",
    de="Die Verantwortung geht von {before} auf {after} über.",
)
GAINS = Text(en="{role} answers for it from now on.", de="{role} trägt künftig die Verantwortung.")
LOSES = Text(
    en="{role} no longer answers for it, and nobody takes it over.",
    de="{role} trägt die Verantwortung nicht mehr, und niemand übernimmt sie.",
)
NEW = Text(en="{role} is new to it: {what}.", de="{role} kommt hinzu: {what}.")
OUT = Text(
    en="{role} has nothing to do with it any more (until now: {what}).",
    de="{role} hat nichts mehr damit zu tun (bisher: {what}).",
)
OTHER = Text(en="{role}: “{before}” becomes “{after}”.", de="{role}: Aus „{before}“ wird „{after}“.")
AND = Text(en="and", de="und")


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work and who has which part in it, before and after a change.

    `slug` names the touchpoint or journey; a process has a name of its own and may serve `touchpoints`.
    `customer` marks work for customers; `duties` maps each phase to pairs of role key and letter.
    """

    key: int
    place: Place
    slug: str
    name: Text
    customer: bool
    touchpoints: tuple[str, ...]
    duties: Mapping[Phase, frozenset[tuple[int, Letter]]]

    @property
    def now(self) -> frozenset[tuple[int, Letter]]:
        """As it is today."""
        return self.duties.get(Phase.BEFORE, frozenset())

    @property
    def then(self) -> frozenset[tuple[int, Letter]]:
        """As it will be after the change; empty while none is planned."""
        return self.duties.get(Phase.AFTER, frozenset())

    def who(self, letter: Letter, phase: Phase = Phase.BEFORE) -> tuple[int, ...]:
        """Roles with one part, by key."""
        return tuple(sorted(role for role, each in self.duties.get(phase, ()) if each is letter))


def mistakes(work: Work, register: Register, phase: Phase = Phase.BEFORE) -> tuple[Text, ...]:
    """What is wrong with the duties of one phase; nothing while none were entered."""
    if not work.duties.get(phase):
        return ()
    answering = [register.by_key[role] for role in work.who(Letter.ACCOUNTABLE, phase)]
    found = []
    if not answering:
        found.append(NOBODY)
    elif len(answering) > 1:
        found.append(SEVERAL.fill(n=len(answering), roles=_names(answering)))
    found += [LEFT.fill(role=role.name) for role in answering if not role.held]
    if not work.who(Letter.RESPONSIBLE, phase):
        found.append(UNDONE)
    return tuple(found)


def accountable(work: Work, register: Register) -> Role | None:
    """The one role that answers for it today; None where it is nobody, several, or a role that nobody holds."""
    answering = work.who(Letter.ACCOUNTABLE)
    role = register.by_key[answering[0]] if len(answering) == 1 else None
    return role if role and role.held else None


def difference(work: Work, register: Register) -> tuple[Text, ...]:
    """What the change changes, in words, the answering role first; nothing while no change is planned."""
    if not work.then:
        return ()
    names = {role.key: role.name for role in register.roles}
    return (*_answering(work, names), *_others(work, names))


def _answering(work: Work, names: Mapping[int, str]) -> Iterator[Text]:
    before, after = (set(work.who(Letter.ACCOUNTABLE, phase)) for phase in Phase)
    gone, come = sorted(before - after), sorted(after - before)
    if len(gone) == len(come) == 1:
        yield MOVES.fill(before=names[gone[0]], after=names[come[0]])
        return
    for role in gone:
        yield LOSES.fill(role=names[role]) if not after else OUT_OF_ANSWERING.fill(role=names[role])
    for role in come:
        yield GAINS.fill(role=names[role])


def _others(work: Work, names: Mapping[int, str]) -> Iterator[Text]:
    """What else changes for each role, whatever it answers for."""
    now, then = _parts(work.now), _parts(work.then)
    for role in sorted(now.keys() | then.keys(), key=lambda key: names[key].casefold()):
        before, after = now.get(role), then.get(role)
        if before == after or {before, after} == {None, frozenset({Letter.ACCOUNTABLE})}:
            continue  # nothing changes, or all of it was said with who answers
        if before is None and after:
            yield NEW.fill(role=names[role], what=_what(after))
        elif after is None and before:
            yield OUT.fill(role=names[role], what=_what(before))
        elif before and after and before - {Letter.ACCOUNTABLE} != after - {Letter.ACCOUNTABLE}:
            yield OTHER.fill(role=names[role], before=_what(before), after=_what(after))


def _parts(duties: frozenset[tuple[int, Letter]]) -> dict[int, frozenset[Letter]]:
    return {role: frozenset(letter for key, letter in duties if key == role) for role, _ in duties}


def _what(letters: frozenset[Letter]) -> Text:
    return listed([LETTERS[letter] for letter in Letter if letter in letters], AND)


def _names(roles: Sequence[Role]) -> Text:
    return listed([Text(role.name, role.name) for role in roles], AND)


OUT_OF_ANSWERING = Text(
    en="{role} no longer answers for it.", de="{role} trägt die Verantwortung nicht mehr."
)
