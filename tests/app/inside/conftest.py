"""The help line of the imports, of which people inside believe something."""

from __future__ import annotations

from tests.app.intake.conftest import calls, nothing_ahead

__all__ = ["calls", "nothing_ahead"]
