"""Work that is done ahead on a new published state, so that nobody waits for it on a page."""

from __future__ import annotations

import logging

from django.utils.module_loading import import_string

AFTER_PUBLISH: list[str] = []  # dotted names of functions without arguments; areas above add theirs

log = logging.getLogger(__name__)


def work_ahead() -> None:
    """Let all areas compute what their first page will ask for. What fails is computed when it is asked for."""
    for name in AFTER_PUBLISH:
        try:
            import_string(name)()
        except Exception:
            log.exception("working ahead failed")
