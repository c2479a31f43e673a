"""What phones in a room need: an address they can reach, and a code to scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from leitstern.app.common.network import network_address

if TYPE_CHECKING:
    from django.http import HttpRequest

LOOPBACK = ("localhost", "127.0.0.1", "[")  # what phones cannot reach


def phone_address(request: HttpRequest, path: str) -> str:
    """What the phones open: under the public address if one is set, else under the one the screen uses."""
    if settings.CONFIG.public_url:
        return f"{settings.CONFIG.public_url}{path}"
    return request.build_absolute_uri(path)


def only_here(request: HttpRequest) -> bool:
    """Whether the address works on this computer only."""
    return request.get_host().split(":")[0] in LOOPBACK and not settings.CONFIG.public_url


def elsewhere(request: HttpRequest) -> str:
    """This page under the address that phones can reach, if Leitstern answers there already; else nothing."""
    found = network_address()
    if found is None or found not in settings.ALLOWED_HOSTS:
        return ""
    port = request.get_host().rpartition(":")[2]
    host = f"{found}:{port}" if port.isdecimal() else found
    return f"{request.scheme}://{host}{request.get_full_path()}"


def reach(request: HttpRequest, path: str = "") -> dict[str, str | bool]:
    """Whether phones can come in, and what to do if not; `try_here` is the room's address for this computer."""
    here = only_here(request)
    return {
        "only_here": here,
        "elsewhere": elsewhere(request) if here else "",
        "try_here": phone_address(request, path) if here and path else "",
    }


def qr_code(address: str) -> SafeString:
    """The address as a QR code with its quiet zone, dark on white whatever the scheme: cameras want it so."""
    # Drawn by segno from an address of our own.
    return mark_safe(segno.make(address, error="m").svg_inline(border=4, light="white", omitsize=True))  # noqa: S308
