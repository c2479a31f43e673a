"""Rules out of a JSON file."""

from __future__ import annotations

from pydantic import ValidationError

from leitstern.app.voice.documents import VoiceRulesIn, rules_given
from leitstern.core.bridge.voice.rules import RuleSet
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

NO_RULES = Text(
    en="This is no set of rules: {said} Nothing was kept. `leitstern voice rules` prints one.",
    de="Das sind keine Regeln: {said} Es wurde nichts gespeichert. `leitstern voice rules` gibt welche aus.",
)


def rules_in(content: str) -> RuleSet:
    """The rules that a JSON text holds. Raises InvalidInput."""
    try:
        return rules_given(VoiceRulesIn.model_validate_json(content))
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InvalidInput(NO_RULES.fill(said=f"{where}: {first['msg']}.")) from wrong
