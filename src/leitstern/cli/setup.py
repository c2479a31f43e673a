"""Opens an installation for a command: home folder, Django, database schema."""

from __future__ import annotations

import os
from pathlib import Path

from leitstern.store.home import Home


def open_home() -> Home:
    """The home named on the command line, created if missing, its database brought up to date."""
    home = Home.ensure(Path(os.environ["LEITSTERN_HOME"]))
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    return home
