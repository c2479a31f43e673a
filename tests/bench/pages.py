"""How long the server takes for the situation page, once it has been opened before."""

from __future__ import annotations

import gzip
import os
import re
import time
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.measuring import Row

if TYPE_CHECKING:
    from pathlib import Path

VISITS = 30


def measure_pages(folder: Path) -> list[Row]:
    """Server time warm (median of 30 visits) and weight of the situation page of the home in `folder`/demo."""
    os.environ["LEITSTERN_HOME"] = str(folder / "demo")
    os.environ["DJANGO_SETTINGS_MODULE"] = "leitstern.app.project.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from leitstern.app.accounts.models import Person

    settings.ALLOWED_HOSTS.append("testserver")
    client = Client()
    person = Person.objects.order_by("pk").first()
    assert person
    client.force_login(person)
    client.get("/")
    times = []
    for _ in range(VISITS):
        begin = time.perf_counter()
        page = client.get("/")
        times.append(time.perf_counter() - begin)
    addresses = re.findall(r'(?:href|src)="(/[^"]+\.(?:css|js))"', page.content.decode())
    parts = [page.content, *(client.get(address).getvalue() for address in addresses)]
    weight = sum(len(gzip.compress(part)) for part in parts)
    return [
        Row(
            "situation page, server time warm (median of 30)",
            f"{1000 * median(times):.0f} ms",
            "–",
            "–",
            "≤ 150 ms",
        ),
        Row(
            "situation page with styles and scripts, gzipped, without fonts",
            f"{weight / 1000:.0f} kB",
            "–",
            "–",
            "≤ 60 kB",
        ),
    ]
