"""The home folder of this installation."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from leitstern.store.home import Home


def current_home() -> Home:
    """The home named by LEITSTERN_HOME, opened. Raises WrongFormat or NotFound as `Home.open` does."""
    return Home.open(Path(settings.HOME))
