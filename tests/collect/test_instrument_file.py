"""Instruments as files: what ships is complete and stays as it is written; mistakes are told all at once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from hashlib import sha256

import pytest
from tests.docs.pages import DOCS, bare, tables

from leitstern.collect.instrument_file import read_instrument, write_instrument
from leitstern.collect.instruments import HERE, OWN, shipped
from leitstern.collect.problems import InvalidFile
from leitstern.core.inside.instrument import (
    Anchor,
    Axis,
    Dimension,
    EvidenceType,
    Instrument,
    Item,
    Layer,
    Licence,
    Scale,
)
from leitstern.core.inside.origins import ORIGINS, origins

BY_SLUG = {each.slug: each for each in shipped()}
OURS, WESTRUM, PULSE = (BY_SLUG[slug] for slug in ("leitstern", "dora-westrum", "leitstern-change"))
# What proofs weigh by default, and what each level needs in sum (research, section 5.11).
WEIGHT = dict.fromkeys(EvidenceType, 1.0) | {
    EvidenceType.DOCUMENT: 0.5,
    EvidenceType.OBSERVATION: 0.8,
    EvidenceType.EMPLOYEE_VOICE: 0.7,
}
NEEDED = {2: 1.0, 3: 1.5, 4: 2.0}
PAGE = DOCS / "reference" / "instrument.md"
PACK = """\
format: 1
slug: pulse
version: 2
name: Pulse
licence: {name: Ours, text: Bought from the publisher on 3 May.}
scale: {low: 1, high: 5, low_label: never, high_label: always}
dimensions:
  - {slug: mood, name: Mood, question: How is it?}
items:
  - {slug: mood-1, dimension: mood, text: I like coming here.}
"""


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        read_instrument(text, "pulse.yaml")
    return [problem.sentence.en for problem in caught.value.problems]


def test_twelve_culture_and_ten_technology_dimensions_with_sixty_six_items() -> None:
    assert OURS.slug == OWN
    assert [d.slug for d in OURS.of(Axis.CULTURE)] == [f"k{n}" for n in range(1, 13)]
    assert [d.slug for d in OURS.of(Axis.TECHNOLOGY)] == [f"t{n}" for n in range(1, 11)]
    assert len(OURS.items) == 66
    assert {len(OURS.items_of(d.slug)) for d in OURS.dimensions} == {3}


def test_the_workshop_asks_the_seven_guiding_questions_and_five_technology_cards() -> None:
    assert [d.slug for d in OURS.cards] == [*(f"k{n}" for n in range(1, 8)), "t1", "t2", "t3", "t4", "t10"]
    assert [d.source.split()[0] for d in OURS.cards[:7]] == [f"q{n}" for n in range(1, 8)]


def test_each_dimension_has_one_reverse_item_and_all_layers_of_culture_are_asked() -> None:
    assert Counter(item.dimension for item in OURS.items if item.reverse) == Counter(
        dimension.slug for dimension in OURS.dimensions
    )
    asked = Counter(item.layer for item in OURS.items if item.dimension.startswith("k"))
    assert set(asked) == set(Layer)
    assert min(asked.values()) >= 6


def test_every_question_says_where_it_comes_from() -> None:
    codes = {code for d in OURS.dimensions for code in d.source.split()} | {i.source for i in OURS.items}
    assert codes <= set(ORIGINS)
    assert {f"{kind}{n}" for kind, most in (("q", 8), ("s", 8), ("f", 7)) for n in range(1, most)} <= codes
    assert [text.de for text in origins("q3 unheard-of")] == ["Leitfrage 3", "unheard-of"]


def test_levels_above_one_name_proof_that_can_carry_them_while_it_is_fresh() -> None:
    for dimension in OURS.dimensions:
        weights = [sum(WEIGHT[kind] for kind in anchor.proof) for anchor in dimension.anchors]
        assert weights[:2] == [0, 0], dimension.slug
        for level, needed in NEEDED.items():
            assert weights[level] >= 1.15 * needed, (dimension.slug, level)


@pytest.mark.parametrize("instrument", shipped(), ids=lambda i: i.slug)
def test_everything_is_said_in_both_languages(instrument: Instrument) -> None:
    texts = [
        *(item.text for item in instrument.items),
        *(text for d in instrument.dimensions for text in (d.name, d.question)),
        *(anchor.text for d in instrument.dimensions for anchor in d.anchors),
    ]
    assert all(text.de.strip() and text.en.strip() and text.de != text.en for text in texts)
    assert len({text.de for text in texts}) == len({text.en for text in texts}) == len(texts)


@pytest.mark.parametrize("instrument", shipped(), ids=lambda i: i.slug)
def test_the_shipped_files_are_as_they_would_be_written(instrument: Instrument) -> None:
    file = HERE / f"{instrument.slug}.yaml"
    assert write_instrument(instrument) == file.read_text(encoding="utf-8")


PUBLISHED = {
    ("leitstern", 1): "19ade64e35694946",
    ("leitstern-change", 2): "8ee2a51f0588c1b8",
    ("leitstern-together", 1): "8484893c13a1ed98",
    ("dora-westrum", 1): "09af2784aac24a5b",
}


@pytest.mark.parametrize("instrument", shipped(), ids=lambda i: i.slug)
def test_what_is_changed_gets_a_new_version(instrument: Instrument) -> None:
    """Homes keep the version they have: another wording under the same number would reach none of them."""
    written = (HERE / f"{instrument.slug}.yaml").read_bytes()
    assert PUBLISHED[instrument.slug, instrument.version] == sha256(written).hexdigest()[:16]


NEGATIONS = {
    "en": r"\b(?:no|not|nobody|nothing|never|nowhere|none|without|hardly)\b",
    "de": r"\b(?:nicht|nichts|nie|niemand|kein\w*|nirgends|ohne|kaum)\b",
}


@pytest.mark.parametrize("item", [i for i in OURS.items if i.reverse], ids=lambda item: item.slug)
def test_disagreeing_with_a_reverse_item_is_no_double_negation(item: Item) -> None:
    assert not re.search(NEGATIONS["en"], item.text.en.casefold())
    assert not re.search(NEGATIONS["de"], item.text.de.casefold())


@pytest.mark.parametrize("item", OURS.items, ids=lambda item: item.slug)
def test_an_item_is_one_sentence_with_one_thought(item: Item) -> None:
    for text in (item.text.de, item.text.en):
        assert len(text) <= 130
        assert text.endswith(".")
        assert not re.search(r"[.;:] |, (?:und|and|sodass|so that) ", text)


def test_the_westrum_items_name_their_source_and_whose_translation_it_is() -> None:
    assert len(WESTRUM.items) == 6
    assert WESTRUM.licence.name == "CC BY 4.0"
    assert WESTRUM.licence.attribution is not None
    assert "dora.dev" in WESTRUM.licence.attribution.en
    assert "our own" in WESTRUM.licence.text.en
    assert WESTRUM.items[0].text.en == "On my team, information is actively sought."
    assert WESTRUM.dimensions[0].anchors == ()


def test_the_pulse_asks_one_question_each_so_that_levels_are_shares_of_people() -> None:
    assert PULSE.scale.points == range(2)
    assert (PULSE.scale.low_label.en, PULSE.scale.high_label.en) == ("no", "yes")
    assert [item.dimension for item in PULSE.items] == [each.slug for each in PULSE.dimensions]
    assert [item.slug for item in PULSE.items if item.reverse] == ["change-ours-1"]


def test_a_pack_of_items_alone_can_be_read_and_is_written_the_same() -> None:
    pack = read_instrument(PACK)
    assert (pack.slug, pack.version, pack.scale.high, pack.items[0].reverse) == ("pulse", 2, 5, False)
    assert read_instrument(write_instrument(pack)) == pack


@pytest.mark.parametrize(
    "licence",
    [
        "",
        "licence:\n",
        "licence: {name: Ours}\n",
        "licence: {text: free}\n",
        "licence: {name: '', text: ' '}\n",
    ],
)
def test_a_pack_without_licence_is_refused_in_a_sentence(licence: str) -> None:
    (sentence,) = problems(PACK.replace(PACK.splitlines()[4] + "\n", licence))
    assert "does not say under which licence it may be used" in sentence


def test_all_mistakes_are_told_at_once_with_line_and_what_is_allowed() -> None:
    wrong = """\
format: 1
slug: Pulse
version: 0
name: Pulse
licence: {name: Ours, text: Bought.}
scale: {low: 5, high: 5, low_label: never, high_label: always}
dimensions:
  - slug: mood
    name: Mood
    question: How is it?
    axis: kultur
    card: true
    anchors: [{text: one}, {text: two, proof: [papers]}]
  - {slug: mood, name: Again, question: Again?}
  - {slug: alone, name: Alone, question: Alone?}
items:
  - {slug: mood-1, dimension: moods, text: Fine., layer: beliefs}
  - {slug: mood-2, dimension: mood, txt: Fine.}
"""
    found = problems(wrong)
    expected = [
        ("line 2, slug", "small letters"),
        ("line 3, version", "from 1"),
        ("line 6, scale", "2 to 11"),
        ("line 11, ", "Allowed: culture, technology."),
        ("line 13, ", "here are 2"),
        ("line 13, ", "“papers” is not possible here."),
        ("line 14, ", "given twice"),
        ("line 15, ", "neither anchors nor items"),
        ("line 17, ", "Did you mean “mood”?"),
        ("line 17, ", "Allowed: value, norm, artefact, behaviour."),
        ("line 18, ", "Did you mean “text”?"),
        ("line 18, ", "The key “text” is missing."),
    ]
    assert len(found) == len(expected)
    for place, words in expected:
        assert any(place in sentence and words in sentence for sentence in found), (place, words)


def test_a_card_needs_anchors_and_an_instrument_a_dimension() -> None:
    (card,) = problems(PACK.replace("question: How is it?", "question: How is it?, card: true"))
    assert "asked in a workshop" in card
    empty = problems(PACK.split("dimensions:", maxsplit=1)[0])
    assert any("at least one dimension" in sentence for sentence in empty)


def test_the_format_and_every_needed_key_are_asked_for() -> None:
    found = problems("format: 2\nslug: pulse\n")
    assert any("Allowed: 1." in sentence for sentence in found)
    assert sum("is missing" in sentence for sentence in found) == 3


@pytest.mark.parametrize(
    ("position", "of"),
    list(enumerate([Instrument, Licence, Scale, Dimension, Anchor, Item])),
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_reference_describes_every_key(position: int, of: type) -> None:
    described = {bare(row["key"]) for row in tables(PAGE)[position]}
    assert described - {"format"} == {field.name for field in fields(of)}


def test_the_example_of_the_reference_can_be_read() -> None:
    (example,) = re.findall(
        r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert [item.reverse for item in read_instrument(example).items] == [False, True]


def test_the_kinds_of_proof_and_layers_of_the_reference_are_the_programs() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"`{kind}`" in page for kind in (*EvidenceType, *Layer, *Axis))
