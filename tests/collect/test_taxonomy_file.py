"""The taxonomy as people write it: every mistake at once, and nothing lost on the way out and in."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from tests.collect.files import taxonomies
from tests.core.company.terms import call, company
from tests.docs.pages import DOCS, bare, prose, tables

from leitstern.collect.problems import InvalidFile
from leitstern.collect.taxonomy_file import load_taxonomy, read_taxonomy, write_taxonomy
from leitstern.collect.yaml_document import MAX_BYTES
from leitstern.collect.yaml_values import keys
from leitstern.core.company import taxonomy as terms
from leitstern.core.company.money import Money
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.core.company.taxonomy import Taxonomy

SMALL = """
    version: 1
    company: Mühlhaus
    time_zone: Europe/Berlin
    departments:
      - {slug: service, name: {de: Kundenservice, en: Customer service}}
    stages:
      - {slug: ask, name: {de: Fragen, en: Ask}}
    touchpoints:
      - {slug: call, name: {de: Anruf, en: Call}, stage: ask, department: service}
"""
PAGE = DOCS / "reference" / "taxonomy.md"


def read(text: str) -> Taxonomy:
    return read_taxonomy(textwrap.dedent(text).strip())


def problems(text: str | bytes) -> list[str]:
    """What is wrong, in English, without the name of the file."""
    with pytest.raises(InvalidFile) as refused:
        read_taxonomy(textwrap.dedent(text).strip() if isinstance(text, str) else text)
    return [problem.sentence.en.removeprefix("taxonomy.yaml, ") for problem in refused.value.problems]


def test_a_small_file_is_enough() -> None:
    taxonomy = read(SMALL)
    assert taxonomy.company == Text(en="Mühlhaus", de="Mühlhaus")
    assert taxonomy.touchpoints[0].name == Text(en="Call", de="Anruf")
    assert taxonomy.touchpoints[0].importance == 0.5
    assert [facet.slug for facet in taxonomy.facets] == ["satisfied", "in_time"]


def test_terms_are_numbered_in_their_order() -> None:
    taxonomy = read(SMALL.replace("stages:", "  - {slug: sales, name: Sales}\n    stages:"))
    assert [(term.slug, term.code) for term in taxonomy.departments] == [("service", 1), ("sales", 2)]


def test_a_term_without_a_code_is_numbered_after_those_with_one() -> None:
    taxonomy = read(SMALL.replace("stages:", "  - {slug: sales, name: Sales, code: 7}\n    stages:"))
    assert [(term.slug, term.code) for term in taxonomy.departments] == [("service", 8), ("sales", 7)]


@settings(max_examples=40, deadline=None)
@given(taxonomies())
def test_what_is_written_is_read_back_the_same(taxonomy: Taxonomy) -> None:
    assert read_taxonomy(write_taxonomy(taxonomy)) == taxonomy


def test_a_written_file_reads_like_one_written_by_hand() -> None:
    assert write_taxonomy(company(call())) == textwrap.dedent("""\
        version: 1
        company: Mühlhaus
        time_zone: Europe/Berlin

        departments:
          - {slug: service, name: Service}
          - {slug: sales, name: Sales}

        channels:
          - {slug: phone, name: {de: Telefon, en: Phone}, digital: false}
          - {slug: web, name: {de: Webseite, en: Website}, digital: true}

        stages:
          - {slug: ask, name: Ask}

        touchpoints:
          - slug: call
            name: {de: Anruf, en: Call}
            stage: ask
            department: service
            synonyms: [Call in]
        """)


BUYING = "maps: [{{slug: buy, name: Buy, steps: [call], worth: {worth}}}]"


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [("1200", "EUR", 120_000), ("1.200", "EUR", 120_000), ("12,5", "EUR", 1_250), ("1.2340", "KWD", 1_234)],
)
def test_what_a_journey_is_worth_is_read_as_people_write_it(amount: str, currency: str, minor: int) -> None:
    stated = f'{{amount: "{amount}", currency: {currency}, by: {{de: Leitung, en: Head}}}}'
    taxonomy = read_taxonomy(textwrap.dedent(SMALL).strip() + "\n" + BUYING.format(worth=stated))
    worth = taxonomy.maps[0].worth
    assert worth == terms.Worth(Money(minor, currency), Text(en="Head", de="Leitung"))
    assert read_taxonomy(write_taxonomy(taxonomy)) == taxonomy


@pytest.mark.parametrize(
    ("worth", "wrong"),
    [
        ("{amount: 5, currency: EUR}", "The key “by” is missing."),
        ("{amount: 5, currency: euro, by: Head}", "“euro” is no currency."),
        ("{amount: much, currency: EUR, by: Head}", "“much” is no number."),
        ("{amount: 0, currency: EUR, by: Head}", "What is stated as worth is above 0."),
    ],
)
def test_a_worth_that_cannot_be_read_is_explained(worth: str, wrong: str) -> None:
    assert any(
        wrong in said for said in problems(textwrap.dedent(SMALL).strip() + "\n" + BUYING.format(worth=worth))
    )


def test_departments_are_parts_of_each_other() -> None:
    parts = "  - {slug: hotline, name: Hotline, parent: service}\n    stages:"
    taxonomy = read(SMALL.replace("stages:", parts))
    assert [(term.slug, term.parent) for term in taxonomy.departments] == [
        ("service", ""),
        ("hotline", "service"),
    ]
    assert read_taxonomy(write_taxonomy(taxonomy)) == taxonomy


def test_a_parent_that_is_not_there_and_one_below_itself_are_told_with_their_line() -> None:
    parts = (
        "  - {slug: hotline, name: Hotline, parent: servise}\n"
        "      - {slug: a, name: A, parent: b}\n"
        "      - {slug: b, name: B, parent: a}\n    stages:"
    )
    assert problems(SMALL.replace("stages:", parts)) == [
        "line 6, departments › hotline › parent: There is no department “servise”. Did you mean “service”? "
        "Allowed: service, hotline, a, b.",
        "line 7, departments › a › parent: “a” stands above itself: following the parents leads back to it.",
        "line 8, departments › b › parent: “b” stands above itself: following the parents leads back to it.",
    ]


def test_codes_are_written_once_order_does_not_tell_them() -> None:
    evolved = company(call(1, "visit", name=Text(en="Visit", de="Besuch"))).evolve(company(call()))
    written = write_taxonomy(evolved)
    assert "code: 2" in written
    assert "retired" in written
    assert read_taxonomy(written) == evolved


def test_every_mistake_is_reported_at_once_with_its_line() -> None:
    assert problems("""
        version: 1
        company: Mühlhaus
        time_zone: Europe/Berln
        departments:
          - {slug: Service, name: Service}
        stages:
          - {slug: ask, name: Ask, nmae: Ask}
        touchpoints:
          - {slug: call, name: Call, stage: aks, department: Service, importance: high}
          - {slug: visit, stage: ask, department: Service}
        promises:
          - {slug: soon, touchpoint: visti, facet: in_time, share: 95, text: Soon}
    """) == [
        "line 3, time_zone: “Europe/Berln” is no time zone; one is called Europe/Berlin, for example. "
        "Did you mean “Europe/Berlin”?",
        "line 5, departments › Service › slug: A short name has only small letters a–z, digits, “_” and “-”, starts "
        "with a letter or digit and has at most 63 characters.",
        "line 7, stages › ask › nmae: The key “nmae” is not known here. Did you mean “name”? Allowed: code, slug, name.",
        "line 9, touchpoints › call › importance: “high” is not a number.",
        "line 9, touchpoints › call › stage: There is no stage “aks”. Did you mean “ask”? Allowed: ask.",
        "line 10, touchpoints › visit › name: The key “name” is missing.",
        "line 12, promises › soon › touchpoint: There is no touchpoint “visti”. Did you mean “visit”? "
        "Allowed: call, visit.",
        "line 12, promises › soon › share: A share is a number from 0 to 1; 0.95 means 95 of 100 customers.",
    ]  # fmt: skip


def test_mistakes_are_told_in_german_too() -> None:
    with pytest.raises(InvalidFile) as refused:
        read(SMALL.replace("stage: ask", "stage: aks"))
    assert refused.value.text.de == (
        "Ein Fehler wurde gefunden, nichts wurde verändert:\n"
        "taxonomy.yaml, Zeile 9, touchpoints › call › stage: Es gibt keine Phase „aks“. Meinten Sie „ask“? "
        "Erlaubt: ask."
    )


def test_many_mistakes_are_counted_and_the_first_spelt_out() -> None:
    with pytest.raises(InvalidFile) as refused:
        read(SMALL + "".join(f"    x{number}: 1\n" for number in range(30)))
    assert len(refused.value.problems) == 30
    assert refused.value.text.en.startswith("30 mistakes were found")
    assert refused.value.text.en.endswith("… and 10 more.")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("company: {fr: Moulin}", "Neither a German nor an English wording is given."),
        ("company: [a, b]", "A text is expected here."),
        ("departments: service", "A list is expected here, such as [a, b]."),
        ("departments: [service]", "Keys with values are expected here."),
        ("journey_gap_days: soon", "“soon” is not a whole number."),
        ("journey_gap_days: 0", "At least 1 day is needed."),
        ("channels: [{slug: web, name: Web, digital: maybe}]", "“maybe” is neither true nor false."),
        ("stages: [{slug: a, name: A, code: 0}]", "A code is 1 or more."),
        (
            "drivers: [{slug: w, name: W, wait: [a]}]",
            "A wait lies between exactly two touchpoints: [from, to].",
        ),
        ("retired: [{kind: shop, slug: a, name: A, code: 1}]", "“shop” is not possible here."),
        ("? [a, b]\n: c", "A key has to be a plain word."),
    ],
)
def test_a_value_of_the_wrong_kind_is_explained(line: str, wrong: str) -> None:
    rest = "version: 1\ncompany: A\ntime_zone: UTC\n".replace(
        "company: A\n" if "company" in line else "\0", ""
    )
    assert any(wrong in problem for problem in problems(rest + line))


def test_a_key_given_twice_is_a_mistake() -> None:
    assert problems("version: 1\ncompany: A\ncompany: B\ntime_zone: UTC") == [
        "line 3, company: The key “company” was already given in line 2."
    ]


def test_an_empty_value_counts_as_left_out() -> None:
    assert read(SMALL + "    channels:\n").channels == ()
    assert problems("version: 1\ncompany:\ntime_zone: UTC") == [
        "line 2, company: The key “company” is missing."
    ]


def test_words_that_yaml_would_turn_into_something_else_stay_words() -> None:
    taxonomy = read(SMALL.replace("de: Anruf, en: Call", "de: 12:30, en: no"))
    assert taxonomy.touchpoints[0].name == Text(en="no", de="12:30")


@pytest.mark.parametrize(
    ("raw", "wrong"),
    [
        (b"", "The file is empty."),
        (b"# only a comment\n", "The file is empty."),
        (b"version: 1\ncompany: M\xfchlhaus\n", "line 2: The file is not stored as UTF-8"),
        (b"version: 1\ncompany: {de: A\nstages: []\n", "This is no valid YAML"),
        (b"version: 1\n\ncompany: a\x07b\n", "line 3: There is a control character"),
        (b"version: 1\n---\nversion: 1\n", "This is no valid YAML"),
        (b"a: " + b"[" * 1000 + b"]" * 1000, "More than 20 levels"),
        (b"#" * (MAX_BYTES + 1), "larger than anybody would write"),
        (b"just a sentence", "Keys with values are expected here."),
        (b"&a [*a]", "Keys with values are expected here."),
    ],
)
def test_what_is_no_yaml_of_ours_is_refused_with_a_clear_sentence(raw: bytes, wrong: str) -> None:
    assert any(wrong in problem for problem in problems(raw))


def test_a_file_that_unfolds_beyond_all_measure_is_refused() -> None:
    many = "&a b" + ", *a" * 600
    first = f"version: 1\ncompany: A\ntime_zone: UTC\npersonas:\n- &p {{slug: a, name: A, goals: [{many}]}}\n"
    bomb = first + "- *p\n" * 400
    assert problems(bomb) == [
        "taxonomy.yaml: The file is larger than anybody would write by hand; it was not read."
    ]


def test_aliases_within_measure_are_welcome() -> None:
    taxonomy = read(
        SMALL.replace("name: {de: Fragen, en: Ask}", "name: &n {de: Fragen, en: Ask}")
        + "    personas: [{slug: p, name: *n}]\n"
    )
    assert taxonomy.personas[0].name == taxonomy.stages[0].name


def test_tags_run_nothing() -> None:
    taxonomy = read(
        SMALL.replace("company: Mühlhaus", 'company: !!python/object/apply:os.system ["exit 1"]').replace(
            '["exit 1"]', "exit"
        )
    )
    assert taxonomy.company.en == "exit"


def test_a_file_is_called_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("version: 2\ncompany: A\ntime_zone: UTC\n", encoding="utf-8-sig")
    with pytest.raises(
        InvalidFile, match=r"words\.yaml, line 1, version: “2” is not possible here. Allowed: 1\."
    ):
        load_taxonomy(file)


SECTIONS = {
    "File": {"version", *keys(terms.Taxonomy)},
    "Department": keys(terms.Department),
    "Channel": keys(terms.Channel),
    "Stage": keys(terms.Stage),
    "Touchpoint": keys(terms.Touchpoint),
    "Facet": keys(terms.Facet),
    "Promise": keys(terms.Promise),
    "Map": keys(terms.JourneyMap),
    "Worth": ("amount", "currency", "by"),
    "Step": keys(terms.MapStep),
    "Persona": keys(terms.Persona),
    "Milestone": keys(terms.Milestone),
    "Driver": keys(terms.Driver),
    "Codes": keys(terms.Retired),
}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_is_explained(section: str) -> None:
    titles = re.findall(r"^## (.+)$", prose(PAGE), flags=re.MULTILINE)
    table = tables(PAGE)[titles.index(section)]
    assert {bare(row["key"]) for row in table} == set(SECTIONS[section])
    assert all(row["meaning"].endswith((".", ".”", "?”")) for row in table)


def test_the_example_of_the_reference_can_be_read() -> None:
    (example,) = re.findall(
        r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert read_taxonomy(example).resolve("touchpoint", "Call in") == 1
