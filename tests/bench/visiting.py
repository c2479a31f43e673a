"""Pages of the demo's home, asked for without a browser: what they cost the server."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

VISITS = 10


@contextmanager
def in_the_demo(folder: Path) -> Iterator[Client]:
    """A browser of its administrator; whatever is entered meanwhile is not kept."""
    os.environ["LEITSTERN_HOME"] = str(folder / "demo")
    os.environ["DJANGO_SETTINGS_MODULE"] = "leitstern.app.project.settings"
    from django.conf import settings
    from django.db import transaction
    from django.test import Client

    import leitstern.app.project.asgi  # noqa: F401 - as the server is set up
    from leitstern.app.accounts.models import Person

    if "testserver" not in settings.ALLOWED_HOSTS:
        settings.ALLOWED_HOSTS.append("testserver")
    client = Client()
    with transaction.atomic():
        client.force_login(Person.objects.order_by("pk")[0])
        yield client
        transaction.set_rollback(True)


def warm(client: Client, address: str) -> float:
    """Median of ten visits after the first, in seconds of the processor."""
    assert client.get(address).status_code == 200, address
    times = []
    for _ in range(VISITS):
        begin = time.process_time()
        client.get(address)
        times.append(time.process_time() - begin)
    return median(times)


def asked(client: Client, address: str) -> int:
    """How many questions one visit asks the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)
