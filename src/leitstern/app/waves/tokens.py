"""Tokens: made from the installation's secret, sent once by letter, and kept only as hashes. Fingerprints of people."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from leitstern.app.common.home import current_home

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.waves.models import Invited

LENGTH = 22  # characters: 132 bits


def token_of(invited: Invited) -> str:
    """The token of somebody on the roster; always the same while the wave runs, so that reminders carry it too."""
    made = hmac.digest(current_home().secret, b"wave token " + bytes(invited.salt), "sha256")
    return urlsafe_b64encode(made).decode()[:LENGTH]


def digest(token: str) -> str:
    """What is kept of a token or of the key of a draft."""
    return sha256(token.encode()).hexdigest()


def fingerprint(address: str) -> str:
    """Stands for one person without naming them, in this installation alone."""
    return _keyed(b"asked " + address.casefold().encode())


def fingerprint_together(addresses: Iterable[str]) -> str:
    """Stands for exactly these people together."""
    return _keyed(b"roster " + "\n".join(sorted(address.casefold() for address in addresses)).encode())


def _keyed(said: bytes) -> str:
    return hmac.digest(current_home().secret, said, "sha256").hex()
