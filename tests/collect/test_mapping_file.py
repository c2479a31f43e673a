"""The mapping as people write it: every mistake at once, and nothing lost on the way out and in."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from tests.collect.files import mappings
from tests.docs.pages import DOCS, bare, prose, tables

from leitstern.collect import mapping as types
from leitstern.collect.mapping import Condition, Customer, FeedbackRule, Taken, Term
from leitstern.collect.mapping_checks import leads_outside
from leitstern.collect.mapping_file import load_mapping, read_mapping
from leitstern.collect.mapping_writer import write_mapping
from leitstern.collect.problems import InvalidFile
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.collect.yaml_values import keys
from leitstern.core.company.scales import SCALES

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.mapping import Mapping, Source
    from leitstern.core.company.taxonomy import Taxonomy

TAXONOMY = """
version: 1
company: Mühlhaus
time_zone: Europe/Berlin
departments: [{slug: service, name: Service}]
channels: [{slug: phone, name: {de: Telefon, en: Phone}, digital: false}]
stages: [{slug: ask, name: Ask}]
touchpoints:
  - {slug: call, name: {de: Anruf, en: Call}, stage: ask, department: service}
  - {slug: answer, name: {de: Antwort, en: Answer}, stage: ask, department: service}
promises: [{slug: answer_by_date, touchpoint: answer, facet: in_time, share: 0.95, text: Soon}]
"""
PAGE = DOCS / "reference" / "mapping.md"


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return read_taxonomy(TAXONOMY)


def source(lines: str) -> str:
    """A mapping with one source, which has these lines beside name and file."""
    return (
        "version: 1\ntime_zone: Europe/Berlin\nsources:\n  - name: contacts\n    file: a.csv\n"
        + textwrap.indent(textwrap.dedent(lines).strip(), "    ")
    )


def read(lines: str) -> Source:
    return read_mapping(source(lines)).sources[0]


def problems(text: str, taxonomy: Taxonomy | None = None) -> list[str]:
    with pytest.raises(InvalidFile) as refused:
        read_mapping(text, taxonomy=taxonomy)
    return [problem.sentence.en.removeprefix("mapping.yaml, ") for problem in refused.value.problems]


TOLD = "customer: who\ncontacts: [{touchpoint: call, at: when, "
CALLS = "customer: who\ncontacts: [{touchpoint: call, at: when}]\n"


@settings(max_examples=40, deadline=None)
@given(mappings)
def test_what_is_written_is_read_back_the_same(mapping: Mapping) -> None:
    assert read_mapping(write_mapping(mapping)) == mapping


def test_short_forms_mean_what_they_say() -> None:
    found = read("""
        customer: who
        weight: [{when: [{column: status, is: delivered}], value: 96478/5172}, {value: 1}]
        join:
          - {file: b.csv, on: who, take: [email]}
          - {file: c.csv, on: {order: order_id}, take: {town: city, items: {count: item}}}
        where: [{column: status, not_in: [test]}, {column: who, present: true}, {column: kind, in: [a, "1"]}]
        contacts:
          - {touchpoint: call, at: when, channel: phone, props: [items]}
          - {touchpoint: {column: what, values: {Call in: call}}, at: when, props: {number: items}}
    """)
    assert found.customer == Customer("who", "customer")
    assert [weight.value for weight in found.weight] == [96478 / 5172, 1]
    assert (found.join[0].left, found.join[0].right, found.join[0].take) == (
        "who",
        "who",
        (Taken("email", "email"),),
    )
    assert (found.join[1].left, found.join[1].right) == ("order", "order_id")
    assert found.join[1].take == (Taken("town", "city"), Taken("items", "item", "count"))
    assert found.where == (
        Condition("status", not_in=("test",)),
        Condition("who", present=True),
        Condition("kind", is_in=("a", "1")),
    )
    assert found.contacts[0].props == (("items", "items"),)
    assert found.contacts[1].touchpoint == Term(column="what", values=(("Call in", "call"),))
    assert found.contacts[1].props == (("number", "items"),)


@pytest.mark.parametrize("kind", SCALES)
def test_every_kind_of_answer_has_its_usual_scale(kind: str) -> None:
    found = read(f"customer: who\nfeedback: [{{touchpoint: call, kind: {kind}, value: v, at: t}}]").feedback[
        0
    ]
    usual = next(scale for name, scale in SCALES.items() if name == kind)
    assert found == FeedbackRule(Term("call"), usual.kind, "v", "t", (usual.low, usual.high), usual.good_from)


def test_every_mistake_is_reported_at_once_with_its_line(taxonomy: Taxonomy) -> None:
    text = source("""
        custmer: who
        format: {type: pdf, delimiter: ;;, encoding: utf-9}
        join: [{file: ../b.csv, on: {a: b, c: d}, take: {x: {average: y}}}]
        weight: [{value: 0}, {value: 2}]
        where: [{column: status}, {column: status, is: a, in: [b]}]
        contacts:
          - {touchpoint: cal, at: when, channel: {column: c, values: {Tel: fone}}, department: sales}
        promises:
          - {promise: answer_by_dat, due: until}
        feedback:
          - {touchpoint: call, kind: stars, value: v, at: t}
          - {touchpoint: call, kind: csat, value: v, at: t, scale: [5, 1], good_from: 4, facet: easy}
          - {touchpoint: call, kind: csat, value: v, at: t, scale: [1, 7]}
          - {touchpoint: call, kind: csat, value: v, at: t, scale: [1], good_from: 8}
          - {touchpoint: call, kind: nps, value: v, at: t, scale: [0, 10], good_from: 11}
    """)
    assert problems(text, taxonomy) == [
        "line 4, sources › contacts › customer: The key “customer” is missing.",
        "line 6, sources › contacts › custmer: The key “custmer” is not known here. Did you mean “customer”? Allowed: "
        "name, file, customer, journey, key, format, join, where, weight, contacts, promises, feedback.",
        "line 7, sources › contacts › format › type: “pdf” is not possible here. Allowed: csv, xlsx, xes, jsonl, parquet, ocel.",
        "line 7, sources › contacts › format › delimiter: Exactly one character is expected here, such as `\";\"` or `\"\\t\"`.",
        "line 7, sources › contacts › format › encoding: “utf-9” is no text encoding; usual are utf-8, cp1252 and utf-16.",
        "line 8, sources › contacts › join › 1 › on: A join matches on one column, or on one pair: "
        "{our_column: its_column}.",
        "line 8, sources › contacts › join › 1 › take › x › average: The key “average” is not known here. Allowed: "
        "count, count_distinct, sum, min, max.",
        "line 8, sources › contacts › join › 1 › take › x: A column is taken as it is, or by exactly one of these. "
        "Allowed: count, count_distinct, sum, min, max.",
        "line 8, sources › contacts › join › 1 › file: A file is named relative to the data folder and lies inside it.",
        "line 9, sources › contacts › weight › 1 › value: A weight is a number above 0.",
        "line 9, sources › contacts › weight › 1: This weight holds for every row, so the ones below it are never "
        "reached; put it last.",
        "line 10, sources › contacts › where › 2 › is: Give either `is` or `in`.",
        "line 10, sources › contacts › where › 1: A condition needs one of `is`, `in`, `not_in` and `present`.",
        "line 12, sources › contacts › contacts › 1 › touchpoint: There is no touchpoint “cal”. Did you mean “call”? "
        "Allowed: call, answer.",
        "line 12, sources › contacts › contacts › 1 › channel › values › Tel: There is no channel “fone”. Did you mean "
        "“phone”? Allowed: phone.",
        "line 12, sources › contacts › contacts › 1 › department: There is no department “sales”. Allowed: service.",
        "line 14, sources › contacts › promises › 1 › promise: There is no promise “answer_by_dat”. Did you mean "
        "“answer_by_date”? Allowed: answer_by_date.",
        "line 16, sources › contacts › feedback › 1 › kind: “stars” is not possible here. Allowed: nps, csat, ces, rating.",
        "line 17, sources › contacts › feedback › 2 › scale: A scale goes from a lower to a higher number: [1, 5].",
        "line 17, sources › contacts › feedback › 2 › facet: There is no facet “easy”. Allowed: satisfied, in_time.",
        "line 18, sources › contacts › feedback › 3 › good_from: With a scale of your own, “good_from” says from where "
        "on an answer agrees.",
        "line 19, sources › contacts › feedback › 4 › scale: A scale has two ends: [1, 5].",
        "line 19, sources › contacts › feedback › 4 › good_from: “good_from” lies above 1 and is at most 5, as the "
        "scale does.",
        "line 20, sources › contacts › feedback › 5 › good_from: “good_from” lies above 0 and is at most 10, as the "
        "scale does.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("version: 1\ntime_zone: UTC\nsources: []", "At least one source is needed."),
        (source("customer: who"), "Nothing is read from this source"),
        (
            source(CALLS + "join: [{file: b, on: a, take: [x]}, {file: c, on: a, take: [x]}]"),
            "taken from two places",
        ),
        (
            source(CALLS) + "\n" + source(CALLS).partition("sources:\n")[2],
            "The name “contacts” is given to two sources.",
        ),
        (source(CALLS + "weight: [{value: 1/0}]"), "“1/0” is not a number."),
        (source(CALLS + "weight: [{value: .inf}]"), "“.inf” is not a number."),
        (source(CALLS + "weight: [{value: 1e999}]"), "“1e999” is not a number."),
        (
            source("customer: who\ncontacts: [{touchpoint: {values: {a: call}}, at: t}]"),
            "The key “column” is missing.",
        ),
        (source(f"{TOLD}told_again: {{column: t}}}}]"), "A condition needs one of"),
        (
            source(f"{TOLD}props: {{told_again: t}}, told_again: {{column: t, is: ja}}}}]"),
            "“told_again” has a key of its own here",
        ),
    ],
)
def test_a_mapping_that_makes_no_sense_is_explained(text: str, wrong: str) -> None:
    assert any(wrong in problem for problem in problems(text))


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../b.csv", "a/../../b", "C:\\b.csv", "\\\\host\\b", "..\\b", "a\0b"]
)
def test_a_file_outside_the_data_folder_is_refused(name: str) -> None:
    assert leads_outside(name)


@pytest.mark.parametrize("name", ["a.csv", "in/a.csv", "Aufträge 2026..csv"])
def test_a_file_inside_the_data_folder_is_welcome(name: str) -> None:
    assert not leads_outside(name)


def test_a_mapping_brings_the_taxonomy_beside_it(tmp_path: Path, taxonomy: Taxonomy) -> None:
    (tmp_path / "words.yaml").write_text(TAXONOMY, encoding="utf-8")
    (tmp_path / "m.yaml").write_text("taxonomy: words.yaml\n" + source(CALLS), encoding="utf-8")
    mapping, found = load_mapping(tmp_path / "m.yaml")
    assert found == taxonomy
    assert mapping.taxonomy == "words.yaml"


def test_a_mapping_without_a_taxonomy_is_held_against_the_one_in_use(
    tmp_path: Path, taxonomy: Taxonomy
) -> None:
    (tmp_path / "m.yaml").write_text(source(CALLS.replace("call", "cal")), encoding="utf-8")
    with pytest.raises(InvalidFile, match="There is no touchpoint “cal”"):
        load_mapping(tmp_path / "m.yaml", taxonomy)
    assert load_mapping(tmp_path / "m.yaml")[1] is None


def test_mistakes_of_both_files_are_reported_together(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(TAXONOMY.replace("stage: ask,", "stage: aks,", 1), encoding="utf-8")
    (tmp_path / "m.yaml").write_text(
        "taxonomy: words.yaml\n" + source(CALLS.replace("at: when", "ta: when")), encoding="utf-8"
    )
    with pytest.raises(InvalidFile) as refused:
        load_mapping(tmp_path / "m.yaml")
    assert [(problem.file, problem.place) for problem in refused.value.problems] == [
        ("m.yaml", "8"),
        ("m.yaml", "8"),
        ("words.yaml", "9"),
    ]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("gone.yaml", "There is no file “gone.yaml” beside this one"), ("../words.yaml", "lies inside it")],
)
def test_a_taxonomy_that_cannot_be_found_is_a_mistake(tmp_path: Path, name: str, wrong: str) -> None:
    (tmp_path / "m.yaml").write_text(f"taxonomy: {name}\n" + source(CALLS), encoding="utf-8")
    with pytest.raises(InvalidFile, match=wrong):
        load_mapping(tmp_path / "m.yaml")


SECTIONS = {
    "File": keys(types.Mapping),
    "Source": keys(types.Source),
    "Format": keys(types.Format),
    "Join": ("file", "format", "on", "take"),
    "Condition": ("column", "is", "in", "not_in", "present"),
    "Weight": keys(types.Weight),
    "Customer": keys(types.Customer),
    "Term": ("column", "values"),
    "Contact": keys(types.ContactRule),
    "Promise": keys(types.PromiseRule),
    "Feedback": keys(types.FeedbackRule),
}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_is_explained(section: str) -> None:
    titles = re.findall(r"^## (.+)$", prose(PAGE), flags=re.MULTILINE)
    table = tables(PAGE)[titles.index(section)]
    assert {bare(row["key"]) for row in table} == set(SECTIONS[section])


def test_every_scale_is_explained() -> None:
    written = {bare(row["kind"]): (row["scale"], row["good from"]) for row in tables(PAGE)[-1]}
    assert written == {
        kind: (f"{scale.low:g}–{scale.high:g}", f"{scale.good_from:g}") for kind, scale in SCALES.items()
    }


def test_the_example_of_the_reference_can_be_read() -> None:
    (example,) = re.findall(
        r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert read_mapping(example).sources[0].customer.column == "Kundennr"
