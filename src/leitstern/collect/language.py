"""Which language a comment is in, by a vote of its small words; good enough to choose German, English or neither."""

from __future__ import annotations

from leitstern.collect.sql import first_of, literal

_GERMAN = (
    "der die das und ist nicht ich wir sie es war sehr mit auf für ein eine einen zu dem den im vom von bei noch auch wurde "
    "haben habe hat aber wie nur alles immer kein keine mich mir zum zur nach schon"
)
_ENGLISH = (
    "the and is was are were to of it my for with not very you they this that have has had but we at be been their your from "
    "would could did so all when which good"
)
_OTHERS = (  # Portuguese, Spanish, French, Italian, Dutch: enough to keep them from passing as German or English
    "de que não nao com para por uma um os as muito mas foi el los las una muy pero con le les est et pas des très je che il "
    "per non molto het een niet en van ik"
)
_LOOK = 400  # letters of a comment that settle the question
_NAMES = {"german": "de", "deutsch": "de", "english": "en", "englisch": "en"}


def spoken(told: str, comment: str) -> str:
    """SQL for the language as an ISO 639-1 code: as a column tells it, else by the comment; NULL if neither does."""
    code = f"lower({told})"
    named = [(f"{code} = {literal(name)}", literal(short)) for name, short in _NAMES.items()]
    iso = f"regexp_full_match({code}, '[a-z]{{2}}([-_].*)?')"
    return first_of([*named, (iso, f"left({code}, 2)")], guessed(comment))


def guessed(comment: str) -> str:
    """SQL for "de", "en" or NULL."""
    german, english, others = (_votes(comment, words) for words in (_GERMAN, _ENGLISH, _OTHERS))
    return first_of(
        [
            (f"{german} > greatest({english}, {others})", "'de'"),
            (f"{english} > greatest({german}, {others})", "'en'"),
        ]
    )


def _votes(comment: str, words: str) -> str:
    listed = ", ".join(map(literal, words.split()))
    start = f"string_split(lower(left({comment}, {_LOOK})), ' ')"
    return f"len(list_filter({start}, lambda word: word IN ({listed})))"
