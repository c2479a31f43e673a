"""How long the server takes for the situation page, once it has been opened before."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

from tests.bench.measuring import Row
from tests.bench.visiting import VISITS, in_the_demo, warm

if TYPE_CHECKING:
    from pathlib import Path


def measure_pages(folder: Path) -> list[Row]:
    """Server time warm (median of ten visits) and weight of the situation page of the home in `folder`/demo."""
    with in_the_demo(folder) as client:
        took = warm(client, "/")
        page = client.get("/")
        addresses = re.findall(r'(?:href|src)="(/[^"]+\.(?:css|js))"', page.content.decode())
        parts = [page.content, *(client.get(address).getvalue() for address in addresses)]
    weight = sum(len(gzip.compress(part)) for part in parts)
    return [
        Row(
            f"situation page, warm (CPU, median of {VISITS})",
            f"{1000 * took:.0f} ms",
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
