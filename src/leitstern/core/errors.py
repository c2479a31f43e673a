"""One shallow tree of errors. Each carries an HTTP status, a stable code and a sentence in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from leitstern.core.texts import Text


class LeitsternError(Exception):
    """What went wrong, said so that a person can act: what happened, what was kept, what to do."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal"

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class InvalidInput(LeitsternError):
    """The input cannot be used as it is; nothing was changed."""

    status = 422
    code = "invalid-input"


class NotFound(LeitsternError):
    """There is no such thing, or the asker may not know of it."""

    status = 404
    code = "not-found"


class NotAllowed(LeitsternError):
    """The actor's role does not permit this."""

    status = 403
    code = "not-allowed"


class Conflict(LeitsternError):
    """Somebody or something else got there first, or the state does not allow it."""

    status = 409
    code = "conflict"


class WrongFormat(LeitsternError):
    """The home folder was written by another format version."""

    status = 503
    code = "wrong-format"


class NoSpace(LeitsternError):
    """The disk is too full to keep what was handed in; nothing of it was kept."""

    status = 507
    code = "no-space"


class NotWritable(LeitsternError):
    """The home folder may only be read; nothing was changed."""

    status = 503
    code = "not-writable"


class Damaged(LeitsternError):
    """Something stored is missing or cut short, and cannot be mended from what is there."""

    status = 503
    code = "damaged"
