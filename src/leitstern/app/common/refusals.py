"""What cannot be kept for several reasons at once, all of them said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from leitstern.core.bridge.draft import Problem
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable


class Reason(Protocol):
    """One of the reasons."""

    @property
    def text(self) -> Text:
        """The sentence."""


class ManyReasons[R: Reason](InvalidInput):
    """Nothing was kept; `problems` says one by one why, `sentence` what is said around them."""

    sentence: ClassVar = Text(en="{what} Nothing was kept.", de="{what} Es wurde nichts gespeichert.")

    def __init__(self, problems: Iterable[R]) -> None:
        self.problems = tuple(problems)
        what = Text(
            en=" ".join(dict.fromkeys(each.text.en for each in self.problems)),
            de=" ".join(dict.fromkeys(each.text.de for each in self.problems)),
        )
        super().__init__(self.sentence.fill(what=what))


class WrongDraft(ManyReasons[Problem]):
    """The draft cannot be kept; `problems` says field by field why."""

    code = "wrong-draft"
