"""Log lines as JSON. They carry ids, never names, addresses, customers' words, or what a link opens a page with."""

from __future__ import annotations

import json
import logging
import re

# Paths whose next part is a right in itself: to answer, to vote, to guess, to come in.
_RIGHT = re.compile(r"(?<![\w-])((?:answer/\d+|w|g|k|guess|start)/)[\w%~.-]+")


def without_rights(text: str) -> str:
    """The same text with every token of a link masked."""
    return _RIGHT.sub(r"\1…", text)


class JsonFormatter(logging.Formatter):
    """One JSON object per line; `extra={"ids": {…}}` adds identifiers."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line.update(getattr(record, "ids", {}))
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return without_rights(json.dumps(line, ensure_ascii=False))
