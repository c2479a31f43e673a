"""Opens an installation for a command: home folder, Django, database schema."""

from __future__ import annotations

import os
from pathlib import Path

from leitstern.app.project.opening import ready
from leitstern.store.home import Home


def open_home() -> Home:
    """The home named on the command line, its database brought up to date. Raises NotFound if there is none."""
    return ready(Home.open(_path()))


def make_home() -> Home:
    """The same, for commands that something begins with: a home is made if there is none."""
    return ready(Home.ensure(_path()))


def _path() -> Path:
    return Path(os.environ["LEITSTERN_HOME"]).expanduser()
