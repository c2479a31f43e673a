"""What stands for people, journeys and messages in the lake: keyed hashes, never the identifiers themselves.

Each purpose has its own key, derived from the home's secret (HMAC-SHA-256). People are SHA-256 over key and content, cut
to 63 bits: without the secret it cannot be reversed by guessing identifiers. Journeys and messages only have to be told
apart, never to stand for a person; theirs is MD5 over key and content, a third of the work: what is broken about MD5 is
making two contents collide, and who does not know the key cannot.
"""

from __future__ import annotations

import base64
import hmac
from hashlib import sha256
from typing import TYPE_CHECKING

from leitstern.collect.sql import literal

if TYPE_CHECKING:
    import duckdb

PURPOSES = ("customer", "journey", "message")
SEPARATOR = "\x1f"  # between parts of what is hashed; no sensible value contains it
_KEY_LETTERS = 22  # 132 bits; short, so that key and identifier usually fit one block of SHA-256


def set_keys(con: duckdb.DuckDBPyConnection, secret: bytes) -> None:
    """Give the connection the keys as variables, so that no statement (and no error message) contains one."""
    for purpose in PURPOSES:
        con.execute(f"SET VARIABLE {_variable(purpose)} = ?", [_key(secret, purpose)]).fetchall()


def customer(kind: str, identifier: str) -> str:
    """SQL for the 63-bit hash of an identifier (an SQL text) of a kind; NULL for NULL."""
    hashed = f"sha256(getvariable('{_variable('customer')}') || {literal(kind + SEPARATOR)} || {identifier})"
    return f"(('0x' || left({hashed}, 16))::UBIGINT >> 1)::BIGINT"


def customer_number(secret: bytes, kind: str, identifier: str) -> int:
    """The same hash of one identifier, computed here."""
    content = f"{_key(secret, 'customer')}{kind}{SEPARATOR}{identifier}"
    return int(sha256(content.encode()).hexdigest()[:16], 16) >> 1


def journey(kind: str, identifier: str) -> str:
    """SQL for the 63-bit hash of a journey's identifier of a kind (may be empty); 0 for NULL."""
    told = f"{literal(kind + SEPARATOR)} || {identifier}" if kind else identifier
    return f"coalesce((md5_number(getvariable('{_variable('journey')}') || {told}) >> 65)::BIGINT, 0)"


def message(*parts: str) -> str:
    """SQL for the 128-bit hash of whatever tells one row from all others; a NULL counts as the empty text."""
    content = f", {literal(SEPARATOR)}, ".join(parts)
    return f"md5_number(concat(getvariable('{_variable('message')}'), {content}))"


def digest(secret: bytes, content: bytes) -> str:
    """The hash of something put aside, in hexadecimal: equal for equal content, and telling nothing about it."""
    return hmac.digest(_key(secret, "message").encode(), content, "sha256").hex()[:32]


def label(secret: bytes, content: str) -> int:
    """A 128-bit number for `content`, computed here: mixed (XOR) into a row's hash it tells what came of the row."""
    return int(digest(secret, content.encode()), 16)


def _key(secret: bytes, purpose: str) -> str:
    derived = hmac.digest(secret, purpose.encode(), "sha256")
    return base64.b85encode(derived).decode()[:_KEY_LETTERS]


def _variable(purpose: str) -> str:
    return f"{purpose}_key"
