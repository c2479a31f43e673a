"""A help line whose calls come in, as in the area of imports."""

from __future__ import annotations

from tests.app.intake.conftest import calls, nothing_ahead, worker

__all__ = ["calls", "nothing_ahead", "worker"]
