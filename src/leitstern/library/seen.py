"""A view as a notebook shows it: a sentence, its picture, and the rows behind both."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from leitstern.charts.style import CSS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.app.outside.reading import Published


@dataclass(frozen=True, slots=True)
class Seen:
    """What a view found.

    `sentence` in words; `header` and `rows` as in its spreadsheet; `document` as the interface for programs gives it;
    `picture` as SVG in HTML ("" where there is none).
    """

    sentence: str
    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    document: dict[str, Any]
    picture: str

    def __str__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        """Shown by notebooks."""
        return f"<style>{CSS}</style><p>{escape(self.sentence)}</p>{self.picture}"


def see(
    state: Published, name: str, against: Mapping[str, str] | None, asked: Mapping[str, Any], language: str
) -> Seen:
    """The view `name`, asked in the words of its page's address. Raises InvalidInput."""
    from django.utils.translation import override

    from leitstern.app.journeys.asking import OTHER, require_choice
    from leitstern.app.journeys.family import VIEWS
    from leitstern.app.journeys.pages import NONE_SHOWN

    given = {word: _written(value) for word, value in asked.items()}
    if against is not None:
        given |= {"compare": "1"} | {f"{OTHER}-{word}": value for word, value in against.items()}
    view = VIEWS[name]
    with override(language):
        chosen = require_choice(state, given, language, view.form)
        built = view.page(chosen)
        hidden = any(size.few for size in chosen.sizes() if size)
        return Seen(
            (NONE_SHOWN if hidden else built.sentence).to(language),
            tuple(built.header),
            tuple(tuple(row) for row in built.rows),
            view.document(chosen).model_dump(mode="json"),
            str(built.context.get("chart") or ""),
        )


def _written(value: Any) -> Any:
    """As an address writes it."""
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else str(value)
