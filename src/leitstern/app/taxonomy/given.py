"""A term as a program or a file describes it."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any

from leitstern.app.taxonomy.keeping import WrongTerm
from leitstern.core.bridge.draft import Problem
from leitstern.core.company.editing import KINDS_OF, made, values_of
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.company.editing import Entry, Sort

UNKNOWN = Text(en="A {sort} has no “{field}”.", de="Zu dieser Art ({sort}) gehört kein „{field}“.")
NO_JSON = Text(
    en="The file is not a JSON object. Nothing was changed.",
    de="Die Datei ist kein JSON-Objekt. Es wurde nichts geändert.",
)
WRONG = object()
NOT_SO = Text(
    en="“{field}” does not fit; write it as it stands at other terms.",
    de="„{field}“ passt nicht; schreiben Sie es so, wie es bei anderen Begriffen steht.",
)
LEFT = Text(en="A {sort} needs “{field}”.", de="Zu dieser Art ({sort}) gehört „{field}“.")


def term_given(sort: Sort, slug: str, says: dict[str, Any], before: Entry | None) -> Entry:
    """The term a program describes; what it leaves out stays as it was. Raises WrongTerm with everything that is wrong."""
    known = {
        each.name: str(each.type) for each in fields(KINDS_OF[sort]) if each.name not in {"code", "slug"}
    }
    wrong = [Problem(name, UNKNOWN.fill(sort=sort, field=name)) for name in says if name not in known]
    values = values_of(before) if before else {}
    for name, given in says.items():
        if name in known:
            read = _read(known[name], given)
            if read is WRONG:
                wrong.append(Problem(name, NOT_SO.fill(field=name)))
            values[name] = read
    if wrong:
        raise WrongTerm(wrong)
    needed = [each.name for each in fields(KINDS_OF[sort]) if each.name in known and each.default is MISSING]
    if left := [name for name in needed if name not in values]:
        raise WrongTerm([Problem(name, LEFT.fill(sort=sort, field=name)) for name in left])
    return made(sort, slug, values)


def says_in(text: str) -> dict[str, Any]:
    """What a term says, from JSON. Raises InvalidInput."""
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise InvalidInput(NO_JSON)
    return found


def _read(expected: str, given: Any) -> Any:
    """What a program sent, as a term has it; WRONG if it does not fit."""
    if given is None:
        return None if "None" in expected else WRONG
    if "tuple" in expected:
        inner = "Text" if "Text" in expected else "str"
        if not isinstance(given, list):
            return WRONG
        read = [_read(inner, each) for each in given]
        return WRONG if WRONG in read else tuple(read)
    if "Text" in expected:
        if isinstance(given, dict) and all(isinstance(given.get(key), str) for key in ("en", "de")):
            return Text(en=given["en"], de=given["de"])
        return Text(en=given, de=given) if isinstance(given, str) else WRONG
    for name, kind in (("bool", bool), ("str", str)):
        if expected.startswith(name):
            return given if isinstance(given, kind) else WRONG
    if isinstance(given, bool) or not isinstance(given, int | float):
        return WRONG
    if expected == "int":
        return given if isinstance(given, int) else WRONG
    return float(given) if expected == "float" else WRONG
