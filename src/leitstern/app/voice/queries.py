"""What is known of the brand voice: the version that holds, texts that were drawn, and where each system stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Max

from leitstern.app.common.actors import Capability
from leitstern.app.common.findings import anew, once, remember
from leitstern.app.common.lookups import or_not_found
from leitstern.app.voice.models import Rating, Sample, System, Utterance, Version
from leitstern.core.bridge.voice.drawing import drawn
from leitstern.core.bridge.voice.judging import Judged, Uttered, judge
from leitstern.core.bridge.voice.rules import Answer, RuleSet, Statement, Tongue, from_json
from leitstern.core.bridge.voice.standing import Standing, standings
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.app.common.actors import Actor

NO_SYSTEM = Text(en="Nothing was handed in of this system.", de="Von diesem System wurde nichts abgegeben.")
NO_SAMPLE = Text(en="There is no such file.", de="Diese Datei gibt es nicht.")
NO_VERSION = Text(en="There is no such version.", de="Diese Fassung gibt es nicht.")
NO_TEXT = Text(
    en="There is no such text, or it is not among those that were drawn.",
    de="Diesen Text gibt es nicht, oder er gehört nicht zu den gezogenen.",
)
type Given = Mapping[int, Mapping[str, Mapping[str, Answer]]]  # text → rater → statement → answer


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything the pages tell: systems with their standing, and every drawn text with what was judged of it."""

    version: Version | None
    rules: RuleSet
    systems: tuple[Standing, ...]
    texts: tuple[Judged, ...]  # in the order in which they are judged


def newest() -> Version | None:
    """The version that holds."""
    return once("voice version", Version.objects.first)


def version_by_id(version_id: int) -> Version:
    """One version. Raises NotFound."""
    return or_not_found(Version.objects.filter(pk=version_id).first(), NO_VERSION)


def rules_of(version: Version | None) -> RuleSet:
    """What a version says; nothing before there is one."""
    return from_json(version.content) if version else RuleSet((), ())


def sample_by_id(sample_id: int) -> Sample:
    """One file. Raises NotFound."""
    return or_not_found(Sample.objects.filter(pk=sample_id).first(), NO_SAMPLE)


def systems() -> dict[str, System]:
    """Everything that texts were ever handed in of, by short name."""
    return {each.slug: each for each in System.objects.all()}


def heard() -> Heard:
    """Where everything stands, computed once per state of rules, files and answers."""
    version = newest()
    rules = rules_of(version)
    files = tuple(Sample.objects.filter(withdrawn=None).order_by("pk").values_list("pk", flat=True))
    answers = Rating.objects.aggregate(n=Count("pk"), last=Max("pk"))
    inputs = (version.pk if version else None, files, answers["n"], answers["last"])

    def compute() -> tuple[tuple[Standing, ...], tuple[Judged, ...]]:
        given = _given()
        texts = tuple(judge(rules, each, given.get(each.number, {})) for each in drawn_texts(rules.per_month))
        return standings(rules, texts, _said()), texts

    found, texts = remember("brand voice", inputs, compute)
    return Heard(version, rules, found, texts)


def drawn_texts(per_month: int) -> list[Uttered]:
    """The texts that chance drew among those that count, in the order of chance."""
    rows = list(
        Utterance.objects.filter(sample__withdrawn=None)
        .exclude(text="")
        .order_by("number")
        .values_list("pk", "system__slug", "touchpoint", "month", "language", "text", "number")
    )
    numbers = drawn((((row[1], row[3]), row[6]) for row in rows), per_month)
    return [Uttered(*row[:4], Tongue(row[4]), row[5]) for row in rows if row[6] in numbers]


def standing(slug: str) -> Standing:
    """Where one system stands. Raises NotFound."""
    return or_not_found(next((each for each in heard().systems if each.system == slug), None), NO_SYSTEM)


def text_by_id(number: int) -> Uttered:
    """A drawn text. Raises NotFound."""
    return or_not_found(
        next((each for each in drawn_texts(rules_of(newest()).per_month) if each.number == number), None),
        NO_TEXT,
    )


def own_answers(rater: str) -> dict[int, set[str]]:
    """Which statements somebody has answered, by text: their own only."""
    found: dict[int, set[str]] = defaultdict(set)
    for text, statement in Rating.objects.filter(actor=rater).values_list("utterance_id", "statement"):
        found[text].add(statement)
    return found


def statements_left(rater: str, text: Uttered) -> list[Statement]:
    """What somebody has still to answer about a text, in the order of the version."""
    given = own_answers(rater).get(text.number, set())
    return [each for each in rules_of(newest()).statements if each.key not in given]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What somebody has still to judge: how many texts of how many, and the next one with the statements left."""

    left: int
    of: int
    next: Uttered | None
    done: frozenset[int]  # texts they have judged, and may therefore see the verdict of


def waiting(rater: str) -> Waiting:
    """Everybody is asked in the same order, that of chance, so that what two have judged comes about soonest."""
    rules = rules_of(newest())
    texts, own = drawn_texts(rules.per_month), own_answers(rater)
    asked = {each.key for each in rules.statements}
    left = [each for each in texts if asked - own.get(each.number, set())]
    open_numbers = {each.number for each in left}
    return Waiting(
        len(left) if asked else 0,
        len(texts),
        left[0] if left and asked else None,
        frozenset(each.number for each in texts if each.number not in open_numbers),
    )


def changed() -> None:
    """After a change within a request: what is asked next is read anew."""
    anew("voice version")


def _said() -> dict[tuple[str, date, str], int]:
    """How many texts were handed in, by system, month and touchpoint, drawn or not."""
    rows = (
        Utterance.objects.filter(sample__withdrawn=None)
        .values_list("system__slug", "month", "touchpoint")
        .annotate(n=Count("pk"))
        .order_by()
    )
    return {(system, month, point): n for system, month, point, n in rows}


def _given() -> Given:
    found: dict[int, dict[str, dict[str, Answer]]] = defaultdict(lambda: defaultdict(dict))
    for text, rater, statement, answer in Rating.objects.order_by("pk").values_list(
        "utterance_id", "actor", "statement", "answer"
    ):
        found[text][rater][statement] = Answer(answer)
    return found


def seen_by(reader: Actor, found: Heard) -> frozenset[int]:
    """Texts whose verdict a reader may see: those they have judged, all of them where they are not asked to judge."""
    if Capability.KEEP_REGISTERS not in reader.capabilities:
        return frozenset(each.said.number for each in found.texts)
    return waiting(reader.actor_id).done
