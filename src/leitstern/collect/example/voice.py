"""What customers write: sentences from parts that fit what happened to them.

Every name, number and address is invented; telephone numbers come from the ranges that the German and British
regulators keep free for films and books, addresses from the domains reserved for examples.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from leitstern.collect.example.truths import EASY

if TYPE_CHECKING:
    import numpy as np

Slots = tuple[tuple[str, float], ...]  # situations to speak of, in this order, each with its chance

PHRASES: dict[str, dict[str, list[str]]] = yaml.safe_load((files(__package__) / "phrases.yaml").read_bytes())
_STORY = (
    ("payoff.years", 0.9),
    ("payoff.online", 0.75),
    ("payoff.calls", 0.75),
    ("payoff.thanks", 0.85),
    ("payoff.history", 0.6),
    ("payoff.offer", 0.85),
    ("payoff.end", 0.4),
)
_PLAIN = {"bereavement", "payoff", "yearly_statement"}  # nobody adds a flourish here
NAMES = (
    "Ahlersfeld", "Brandnau", "Dörfelt", "Eichstedt", "Falkhagen", "Grünholz", "Hollerbeck", "Isselmann", "Jansohn",
    "Kienauer", "Lüdicken", "Mohrwald", "Nisselbach", "Osterau", "Petzhold", "Quandtfeld", "Rösslein", "Sommerkamp",
    "Tannecker", "Uhlenhof",
)  # fmt: skip
_FIRST_NAMES = (
    "Anke",
    "Bernd",
    "Carla",
    "Dieter",
    "Elif",
    "Frank",
    "Gül",
    "Heike",
    "Ivo",
    "Jutta",
    "Karim",
    "Leonie",
)
_PHONES = {
    False: ("030 23125 {:03d}", "069 90009 {:03d}", "+49 40 66969 {:03d}", "(089) 99998 {:03d}"),
    True: ("01632 960{:03d}", "+44 7700 900{:03d}"),
}
_DOMAINS = ("example.com", "example.org", "example.net")
_TITLES = {False: (("Frau", "Frau"), ("Herr", "Herrn")), True: (("Ms", "Ms"), ("Mr", "Mr"))}
_PLAIN_LETTERS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}
_BANK = "99999999"  # no German bank code begins with a nine


def comment(
    rng: np.random.Generator, english: bool, touchpoint: str, facet: str, mood: str, good: bool
) -> str:
    """One comment on one statement at a touchpoint; `mood` is what happened before."""
    tone, language = "good" if good else "bad", "en" if english else "de"
    slots: Slots = _STORY if mood == "story" and not good else _slots(touchpoint, facet, mood, tone)
    chances = rng.random(2 * len(slots))
    said = [
        PHRASES[key][language][int(choice * len(PHRASES[key][language]))]
        for (key, share), chance, choice in zip(slots, chances[::2], chances[1::2], strict=True)
        if chance < share
    ]
    sentences = " ".join(said)
    return _fill(rng, english, sentences) if "{" in sentences else sentences


def _slots(touchpoint: str, facet: str, mood: str, tone: str) -> Slots:
    """A flourish, the most specific core there are words for, a flourish, and seldom a way to get in touch."""
    wanted: tuple[str, ...]
    if facet == EASY:
        wanted = (f"{touchpoint}.easy.{tone}", f"easy.{tone}")
    else:
        wanted = (f"{touchpoint}.{mood}.{tone}", f"{touchpoint}.{mood}", f"{touchpoint}.{tone}")
    core = next(key for key in wanted if key in PHRASES)
    flourish = 0.0 if touchpoint in _PLAIN else 0.34
    more = ((f"easy.{tone}", 0.3),) if facet == EASY and core != wanted[-1] else ()
    return (
        (f"open.{tone}", flourish),
        (core, 1.0),
        *more,
        (f"close.{tone}", flourish),
        (f"contact.{tone}", 0.06),
    )


def _fill(rng: np.random.Generator, english: bool, sentences: str) -> str:
    """Invented people, numbers and addresses for the gaps."""
    first, last, colleague = (str(rng.choice(pool)) for pool in (_FIRST_NAMES, NAMES, NAMES))
    title, greeted = rng.choice(_TITLES[english])
    plain = f"{first}.{last}".lower().translate(_PLAIN_LETTERS)
    return sentences.format(
        name=f"{first} {last}",
        staff=f"{title} {colleague}",
        greeted=f"{greeted} {colleague}",
        phone=str(rng.choice(_PHONES[english])).format(rng.integers(1000)),
        mail=f"{plain}@{rng.choice(_DOMAINS)}",
        iban=_iban(int(rng.integers(10**9))),
    )


def _iban(account: int) -> str:
    """An IBAN with a correct check sum of a bank that does not exist (ISO 7064, MOD 97-10)."""
    number = f"{_BANK}{account:010d}"
    check = 98 - int(f"{number}131400") % 97
    grouped = f"DE{check:02d}{number}"
    return " ".join(grouped[i : i + 4] for i in range(0, len(grouped), 4))
