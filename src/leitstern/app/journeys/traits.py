"""What customers can be told apart by: personas, and the values of properties that mappings keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.intake.queries import kept_properties
from leitstern.core.outside.traits import read_trait_values, trait_values
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published, Question

MARK = ":"  # between a property and its value in an address
PERSONAS = Text(en="Personas", de="Personas")


@dataclass(frozen=True, slots=True)
class Traits:
    """Personas by slug with their name and what tells them, properties with their values, in one language."""

    language: str
    personas: tuple[tuple[str, str, tuple[str, str]], ...]
    properties: tuple[tuple[str, tuple[str, ...]], ...]

    def choices(self) -> list[tuple[str, object]]:
        """As a form offers them: personas first, then group by group."""
        found: list[tuple[str, object]] = []
        if self.personas:
            found.append((PERSONAS.to(self.language), [(slug, name) for slug, name, _ in self.personas]))
        for name, values in self.properties:
            found.append((name, [(f"{name}{MARK}{value}", value) for value in values]))
        return found

    def of(self, written: str) -> tuple[str, str] | None:
        """The property and value behind what an address says."""
        for slug, _, trait in self.personas:
            if slug == written:
                return trait
        name, mark, value = written.partition(MARK)
        return (name, value) if mark else None


def traits_of(state: Published, language: str) -> Traits:
    """What can be chosen in this state."""

    def compute(ask: Question) -> tuple[tuple[str, tuple[str, ...]], ...]:
        contacts = ask.table("contacts")
        found = [
            (name, read_trait_values(ask.run(trait_values(contacts, name)))) for name in kept_properties()
        ]
        return tuple((name, values) for name, values in found if len(values) > 1)

    known = state.find("traits", (), compute)
    personas = tuple(
        (persona.slug, persona.name.to(language), (persona.prop, persona.value))
        for persona in state.taxonomy.personas
        if persona.prop
    )
    told = {persona.prop for persona in state.taxonomy.personas if persona.prop}
    return Traits(language, personas, tuple(each for each in known if each[0] not in told))
