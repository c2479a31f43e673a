"""Numbers and lists inside the sentences of the inside, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence


def decimal(value: float, digits: int | None = None) -> Text:
    """A number with a point in English and a comma in German; without `digits` as short as it can be."""
    text = f"{value:g}" if digits is None else f"{value:.{digits}f}"
    text = text.replace("-", "\u2212")
    return Text(en=text, de=text.replace(".", ","))


def percent(probability: float) -> Text:
    """A probability in whole percent; never 0 or 100, since nothing here is certain."""
    whole = round(probability * 100)
    said = "< 1" if whole < 1 else "> 99" if whole > 99 else str(whole)
    return Text(en=said.replace(" ", "") + "%", de=f"{said} %")


def listed(texts: Sequence[Text], last: Text) -> Text:
    """One after the other, `last` ("and", "or") before the last one."""
    parts = [(text.en, text.de) for text in texts]
    if len(parts) < 2:
        return Text(*parts[0]) if parts else Text("", "")
    english, german = zip(*parts, strict=True)
    return Text(
        en=f"{', '.join(english[:-1])} {last.en} {english[-1]}",
        de=f"{', '.join(german[:-1])} {last.de} {german[-1]}",
    )
