"""German is complete, in step with the sources, and reads like German."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import django
import polib
import pytest
from django.utils.translation.template import templatize
from tests.docs.pages import DOCS, ROOT, name, prose
from tests.docs.test_glossary import avoided_in, german_sentences

from leitstern.app.common.audit_words import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

APP = ROOT / "src" / "leitstern" / "app"
CATALOGUE = APP / "locale" / "de" / "LC_MESSAGES" / "django.po"
ONE = {"gettext", "gettext_lazy", "gettext_noop", "_"}
TWO = {"ngettext", "ngettext_lazy"}
LITERAL = r"""u?('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
# One word in both languages.
SAME = {
    "%(what)s: %(value)s", "Administration", "Budget", "Dimension", "Import", "Import %(number)s", "Index", "Initiative", "Instrument", "Persona", "Export", "n = %(n)s · %(day)s",
    "Instrument (.yaml)", "Link", "Name", "Net Promoter Score", "Organisation", "Pilot", "Plan", "Roadmap", "Route", "Route %(route)s: %(name)s.", "Service", "Silos",
    "Standard", "System", "Team", "Teams", "Version", "Workshop", "optional",
}  # fmt: skip
ENGLISH = re.compile(r"\b(?:the|and|of|with|are|this|your|from|have|customer|customers|touchpoint)\b")
FAMILIAR = re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[rsmn]?)?)\b")
ONLY_MEN = re.compile(
    r"(?<!Kundinnen und )(?<!oder de[nms] )(?<!oder eine[nms] )\b(?:Kunden|Mitarbeiter|Benutzer|Nutzer|Manager)\b"
)
QUOTING = "src/leitstern/core/bridge/programme/early_steps.py"  # the papers' own words, as they were printed

Sentence = tuple[str, str]  # one, many (empty where there is no plural)


@cache
def spoken_by_modules() -> tuple[tuple[Path, Sentence | None], ...]:
    """Every sentence that a module translates; None where it is not written out and so nobody could collect it."""
    return tuple(_spoken_by_modules())


def _spoken_by_modules() -> Iterator[tuple[Path, Sentence | None]]:
    for module in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            wanted = 1 if node.func.id in ONE else 2 if node.func.id in TWO else 0
            said = [
                argument.value
                for argument in node.args[:wanted]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            ]
            if wanted:
                yield module, ((said[0], said[1] if wanted == 2 else "") if len(said) == wanted else None)


def spoken_by_templates() -> Iterator[tuple[Path, Sentence]]:
    """Every sentence that a template translates, as Django itself takes templates apart."""
    for template in APP.rglob("templates/**/*.html"):
        calls = templatize(template.read_text(encoding="utf-8"))
        for one, many in re.findall(rf"\bngettext\({LITERAL}, {LITERAL}, count\)", calls):
            yield template, (ast.literal_eval(one), ast.literal_eval(many))
        for one in re.findall(rf"(?:\bgettext|(?<!\w)_)\({LITERAL}\)", calls):
            yield template, (ast.literal_eval(one), "")


@cache
def catalogue() -> polib.POFile:
    """The German catalogue."""
    return polib.pofile(str(CATALOGUE))


@cache
def german() -> tuple[tuple[str, str], ...]:
    """Every German sentence of the program, and every line of the German guide, with its place."""
    guide = sorted((DOCS / "guide" / "de").glob("*.md"))
    return german_sentences() + tuple(
        (name(page), line) for page in guide for line in prose(page).splitlines()
    )


@cache
def spoken() -> tuple[tuple[str, str], ...]:
    """The same without code and titles of papers."""
    aside = re.compile(r"`[^`]*`|\*[^*]+\*|\{[^}]*\}|%\([^)]*\)s|\]\([^)]*\)")
    return tuple((place, aside.sub("", sentence)) for place, sentence in german())


def wrong(pattern: re.Pattern[str]) -> list[str]:
    """German sentences in which a pattern is found."""
    return [f"{place}: {match}" for place, sentence in spoken() for match in pattern.findall(sentence)]


def test_every_translated_sentence_is_written_out() -> None:
    assert [name(module) for module, sentence in spoken_by_modules() if sentence is None] == []


def test_the_catalogue_has_what_the_sources_say_and_nothing_else() -> None:
    found = (*spoken_by_modules(), *spoken_by_templates())
    said = {sentence for _, sentence in found if sentence is not None}
    known = {(entry.msgid, entry.msgid_plural) for entry in catalogue()}
    assert sorted(said - known) == [], "Run `make messages` and translate."
    assert sorted(known - said) == [], "Run `make messages`."


def test_every_sentence_is_translated() -> None:
    assert [entry.msgid for entry in catalogue() if not entry.translated()] == []
    assert catalogue().fuzzy_entries() == []
    assert catalogue().obsolete_entries() == []


def test_what_is_filled_in_stays() -> None:
    for entry in catalogue():
        for source, target in zip(
            [entry.msgid, entry.msgid_plural or entry.msgid],
            [entry.msgstr_plural.get(0, entry.msgstr), entry.msgstr_plural.get(1, entry.msgstr)],
            strict=True,
        ):
            assert sorted(re.findall(r"%\(\w+\)s|%%", target)) == sorted(re.findall(r"%\(\w+\)s|%%", source))


def test_nothing_is_left_in_english() -> None:
    assert {entry.msgid for entry in catalogue() if entry.msgid == entry.msgstr} <= SAME
    assert wrong(ENGLISH) == []


def test_words_of_django_keep_their_meaning() -> None:
    """A month is a month: our catalogue would otherwise speak on pages where Django writes dates."""
    theirs = Path(django.__file__).parent / "conf" / "locale" / "de" / "LC_MESSAGES" / "django.mo"
    known = {entry.msgid: entry.msgstr for entry in polib.mofile(str(theirs))}
    assert known["May"] == "Mai"
    assert [e.msgid for e in catalogue() if known.get(e.msgid, e.msgstr) != e.msgstr] == []


def test_german_is_polite_and_names_people_of_all_genders() -> None:
    assert wrong(FAMILIAR) == []
    assert [found for found in wrong(ONLY_MEN) if not found.startswith(QUOTING)] == []


def test_german_is_set_as_german_is() -> None:
    assert wrong(re.compile(r"[\"”]|“\w|\w„|\.\.\.")) == []
    assert wrong(re.compile(r"\w'\w| - ")) == []


def test_the_german_guide_uses_the_words_of_the_glossary() -> None:
    assert [(place, word) for place, line in german() for word in avoided_in(line)] == []


def test_every_verb_of_the_audit_log_has_words() -> None:
    written = set()
    for module in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"action", "audit.record"}:
                said = node.args[0 if ast.unparse(node.func) == "action" else 1]
                written |= {said.value} if isinstance(said, ast.Constant) else set()
    assert written == set(VERBS)


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        (ENGLISH, "Öffnen Sie the Lagebild"),
        (FAMILIAR, "Wähle dein Passwort"),
        (ONLY_MEN, "Was Kunden erleben"),
    ],
)
def test_bad_german_would_be_found(pattern: re.Pattern[str], sentence: str) -> None:
    assert pattern.search(sentence)


def test_good_german_is_left_alone() -> None:
    sentence = "Was Kundinnen und Kunden erleben; Kundendaten, Kundenerlebnis, Ihre Kundschaft, Durchschnitt"
    assert not ONLY_MEN.search(sentence)
    assert not FAMILIAR.search(sentence)
    assert not ENGLISH.search(sentence)
