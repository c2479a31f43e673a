"""The brand voice as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date

from ninja import Field, Schema

from leitstern.app.common.actors import Actor
from leitstern.app.common.days import day_of
from leitstern.app.common.schemas import Number, number
from leitstern.app.voice import queries
from leitstern.app.voice.models import Sample, Version
from leitstern.core.bridge.voice.judging import Judged
from leitstern.core.bridge.voice.rules import (
    PER_MONTH,
    Address,
    Rule,
    RuleKind,
    RuleSet,
    Side,
    Statement,
    Tongue,
)
from leitstern.core.bridge.voice.standing import Shares, Standing


class VoiceSharesOut(Schema):
    of: str  # a touchpoint or a month; nothing where it is the system as a whole
    conforms: Number
    on_brand: Number
    expected: Number
    passes: Number
    judged: int
    drawn: int
    said: int


class BrokenRuleOut(Schema):
    rule: str
    share: Number
    times: int
    examples: list[str]


class JudgedStatementOut(Schema):
    statement: str
    share: Number
    agreement: Number


class VoiceSystemOut(Schema):
    system: str
    name: str
    application: str
    whole: VoiceSharesOut
    agreement: Number
    touchpoints: list[VoiceSharesOut]
    months: list[VoiceSharesOut]
    rules: list[BrokenRuleOut]
    statements: list[JudgedStatementOut]


class VoiceRule(Schema):
    name: str = Field(max_length=80)
    kind: RuleKind
    language: Tongue
    reason: str = Field(max_length=300)
    example: str = Field(max_length=600)
    words: list[str] = Field(default_factory=list, max_length=200)
    most: int = 0
    address: Address = Address.FORMAL


class VoiceStatement(Schema):
    text: str = Field(max_length=160)
    side: Side
    key: str = ""  # stands for its wording; nothing needs to be sent here


class VoiceRulesOut(Schema):
    version: int | None
    day: date | None
    why: str
    rules: list[VoiceRule]
    statements: list[VoiceStatement]
    per_month: int


class VoiceRulesIn(Schema):
    why: str = Field(max_length=1_000)
    rules: list[VoiceRule] = Field(max_length=100)
    statements: list[VoiceStatement] = Field(max_length=20)
    per_month: int = PER_MONTH


class VoiceTextOut(Schema):
    text: int
    system: str
    touchpoint: str
    month: date
    language: Tongue
    said: str
    breaks: list[str]
    judged: bool  # by two people or more
    conforms: bool | None  # known only to who has judged it, or is not asked to


class VoiceNextOut(Schema):
    left: int
    of: int
    text: int | None
    system: str
    touchpoint: str
    said: str
    statements: list[VoiceStatement]


class VoiceSampleOut(Schema):
    sample: int
    name: str
    received: int
    same: int
    withdrawn: bool


def system_documents() -> list[VoiceSystemOut]:
    """Every system that texts were handed in of."""
    found, named = queries.heard(), queries.systems()
    wording = {each.key: each.text for each in found.rules.statements}
    return [
        VoiceSystemOut(
            system=each.system,
            name=named[each.system].name,
            application=named[each.system].application,
            whole=_shares("", each.whole),
            agreement=number(each.agreement),
            touchpoints=[_shares(point, shares) for point, shares in each.touchpoints],
            months=[_shares(f"{month:%Y-%m}", shares) for month, shares in each.months],
            rules=_rules(each),
            statements=[
                JudgedStatementOut(
                    statement=wording[one.key], share=number(one.share), agreement=number(one.agreement)
                )
                for one in each.statements
            ],
        )
        for each in found.systems
    ]


def text_documents(reader: Actor) -> list[VoiceTextOut]:
    """Every drawn text, with as much of the verdict as this reader may know."""
    found = queries.heard()
    seen = queries.seen_by(reader, found)
    return [_text(each, known=each.counts and each.said.number in seen) for each in found.texts]


def rules_document(version: Version | None) -> VoiceRulesOut:
    """What a version says."""
    rules = queries.rules_of(version)
    return VoiceRulesOut(
        version=version.pk if version else None,
        day=day_of(version.created) if version else None,
        why=version.why if version else "",
        rules=[
            VoiceRule(
                name=each.name,
                kind=each.kind,
                language=each.language,
                reason=each.reason,
                example=each.example,
                words=list(each.words),
                most=each.most,
                address=each.address,
            )
            for each in rules.rules
        ],
        statements=[_statement(each) for each in rules.statements],
        per_month=rules.per_month,
    )


def rules_given(given: VoiceRulesIn) -> RuleSet:
    """What somebody sent, as rules."""
    return RuleSet(
        tuple(
            Rule(
                " ".join(each.name.split()),
                each.kind,
                each.language,
                each.reason,
                each.example,
                tuple(each.words),
                each.most,
                each.address,
            )
            for each in given.rules
        ),
        tuple(Statement(" ".join(each.text.split()), each.side) for each in given.statements),
        given.per_month,
    )


def next_document(rater: str) -> VoiceNextOut:
    """What somebody is asked next."""
    waiting = queries.waiting(rater)
    text = waiting.next
    return VoiceNextOut(
        left=waiting.left,
        of=waiting.of,
        text=text.number if text else None,
        system=text.system if text else "",
        touchpoint=text.touchpoint if text else "",
        said=text.text if text else "",
        statements=[_statement(each) for each in queries.statements_left(rater, text)] if text else [],
    )


def sample_document(found: Sample) -> VoiceSampleOut:
    """A file of texts."""
    return VoiceSampleOut(
        sample=found.pk,
        name=found.name,
        received=found.received,
        same=found.same,
        withdrawn=found.withdrawn is not None,
    )


def _shares(of: str, shares: Shares) -> VoiceSharesOut:
    return VoiceSharesOut(
        of=of,
        conforms=number(shares.conforms),
        on_brand=number(shares.on_brand),
        expected=number(shares.expected),
        passes=number(shares.passes),
        judged=shares.judged,
        drawn=shares.drawn,
        said=shares.said,
    )


def _rules(found: Standing) -> list[BrokenRuleOut]:
    return [
        BrokenRuleOut(
            rule=each.rule, share=number(each.share), times=each.times, examples=list(each.examples)
        )
        for each in found.rules
    ]


def _statement(each: Statement) -> VoiceStatement:
    return VoiceStatement(text=each.text, side=each.side, key=each.key)


def _text(each: Judged, *, known: bool) -> VoiceTextOut:
    return VoiceTextOut(
        text=each.said.number,
        system=each.said.system,
        touchpoint=each.said.touchpoint,
        month=each.said.month,
        language=each.said.language,
        said=each.said.text,
        breaks=[breach.rule for breach in each.breaches],
        judged=each.counts,
        conforms=each.conforms if known else None,
    )
