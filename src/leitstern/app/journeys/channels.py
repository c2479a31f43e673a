"""Channel switches, of one selection or of one beside another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from ninja import Schema

from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.pages import Built
from leitstern.charts.pair_matrix import Cell, pair_matrix
from leitstern.core.company.taxonomy import Channel
from leitstern.core.outside.beside import Beside, beside
from leitstern.core.outside.channels import Switch, channel_switches, read_channel_switches
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS, shown
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.journeys.asking import Chosen, Side, Sides
    from leitstern.core.stats.estimate import Measured

HEADER = (
    *("channel", "next_channel", "customers", "contacts", "share", "low", "high", "n", "wait_median_hours"),
    *(
        "other_share",
        "other_low",
        "other_high",
        "other_n",
        "difference",
        "difference_low",
        "difference_high",
        "sure",
    ),
)
SWITCHED = Text(
    en="Of 100 contacts by {channel} after which the journey goes on, {share} [{low}–{high}] go on by {next} (n {n} customers).",
    de="Von 100 Kontakten über {channel}, nach denen die Reise weitergeht, gehen {share} [{low}–{high}] über {next} weiter "
    "(n {n} Kundinnen und Kunden).",
)
DIFFERS = Text(
    en="The selections differ most from {channel} to {next}: {share} of 100 here, {other} there, {points} points [{low} … {high}].",
    de="Am meisten unterscheiden sich die Auswahlen von {channel} zu {next}: hier {share} von 100, dort {other}, {points} Punkte [{low} … {high}].",
)
ALIKE = Text(
    en="No change of channel differs for sure between the two selections.",
    de="Bei keinem Kanalwechsel unterscheiden sich die beiden Auswahlen sicher.",
)
NOBODY = Text(
    en="Nobody changes the channel on these journeys.", de="Auf diesen Reisen wechselt niemand den Kanal."
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One pair of channels: the selection's own switch (None: it has none) and, when compared, both shares."""

    channel: int
    next_channel: int
    here: Switch | None
    beside: Beside | None

    @property
    def stays(self) -> bool:
        """Whether the channel remains the same."""
        return self.channel == self.next_channel


class ChannelSwitchOut(Schema):
    """`share` of 0–1 contacts in `channel` that go on in `next_channel`; `other` and `difference` when compared."""

    channel: str | None
    next_channel: str | None
    customers: int
    contacts: int
    share: Number
    wait_median_hours: Number
    other: Number | None
    difference: Number | None
    sure: bool | None


class ChannelSwitchesOut(Schema):
    sentence: TextOut
    switches: list[ChannelSwitchOut]


def found_switches(chosen: Chosen) -> tuple[Compared, ...]:
    """Every pair of channels that occurs in the selection or beside it, the most customers first."""

    def compute(one: Side) -> tuple[Switch, ...]:
        found = read_channel_switches(one.ask.run(channel_switches(one.transitions)), chosen.state.as_of)
        return tuple(map(shown, found))

    return _compared(chosen.find("channels", compute))


def _compared(sides: Sides[tuple[Switch, ...]]) -> tuple[Compared, ...]:
    here = {(each.channel, each.next_channel): each for each in sides.a or ()}
    if not sides.compared:
        return tuple(Compared(*pair, each, None) for pair, each in here.items())
    there = {(each.channel, each.next_channel): each for each in sides.b or ()}
    pairs = list(dict.fromkeys([*here, *there]))
    shares = [
        tuple(side[pair].share if pair in side else TOO_FEW_CUSTOMERS for side in (here, there))
        for pair in pairs
    ]
    found = beside([(a, b) for a, b in shares])
    return tuple(Compared(*pair, here.get(pair), each) for pair, each in zip(pairs, found, strict=True))


def sentence(chosen: Chosen, found: Sequence[Compared]) -> Text:
    """What stands out: the most frequent switch, or the one that differs most for sure."""
    name = chosen.state.taxonomy.name
    moved = [each for each in found if not each.stays]
    if any(each.beside for each in found):
        sure = [each for each in moved if each.beside and each.beside.sure]
        if not sure:
            return ALIKE
        most = max(sure, key=lambda each: abs(_value(each.beside.difference)) if each.beside else 0)
        if most.beside is None:
            raise AssertionError("What differs was compared.")
        return DIFFERS.fill(
            channel=name("channel", most.channel),
            next=name("channel", most.next_channel),
            share=round(_value(most.beside.a) * 100),
            other=round(_value(most.beside.b) * 100),
            **_points(most.beside.difference),
        )
    for each in moved:
        if each.here and isinstance(each.here.share, Estimate):
            share = each.here.share
            return SWITCHED.fill(
                channel=name("channel", each.channel),
                next=name("channel", each.next_channel),
                share=round(share.value * 100),
                low=round(share.low * 100),
                high=round(share.high * 100),
                n=share.n,
            )
    return NOBODY


def channels_page(chosen: Chosen) -> Built:
    """The matrix with its table."""
    found, name = found_switches(chosen), chosen.state.taxonomy.name
    rows = [(each, name("channel", each.channel), name("channel", each.next_channel)) for each in found]
    return Built(
        sentence(chosen, found),
        HEADER,
        [_row(chosen, each) for each in found],
        {"rows": rows, "chart": _drawn(chosen, found)},
    )


def channels_document(chosen: Chosen) -> ChannelSwitchesOut:
    """The same for programs."""
    found = found_switches(chosen)
    return ChannelSwitchesOut(
        sentence=both(sentence(chosen, found)),
        switches=[
            ChannelSwitchOut(
                channel=_slug(chosen, each.channel),
                next_channel=_slug(chosen, each.next_channel),
                customers=each.here.customers if each.here else 0,
                contacts=each.here.contacts if each.here else 0,
                share=number(each.here.share if each.here else TOO_FEW_CUSTOMERS),
                wait_median_hours=number(each.here.wait_median if each.here else TOO_FEW_CUSTOMERS),
                other=number(each.beside.b) if each.beside else None,
                difference=number(each.beside.difference) if each.beside else None,
                sure=each.beside.sure if each.beside else None,
            )
            for each in found
        ],
    )


def _drawn(chosen: Chosen, found: Sequence[Compared]) -> str:
    if not found:
        return ""
    used = dict.fromkeys(code for each in found for code in (each.channel, each.next_channel))
    names = [words(chosen.state.taxonomy.name("channel", code)) for code in used]
    place = {code: at for at, code in enumerate(used)}
    cells = [
        Cell(
            row=place[each.channel],
            column=place[each.next_channel],
            share=side(each.here.share if each.here else TOO_FEW_CUSTOMERS),
            other=side(each.beside.b) if each.beside else None,
            difference=side(each.beside.difference) if each.beside else None,
            sure=bool(each.beside and each.beside.sure),
        )
        for each in found
    ]
    return fitted(
        lambda sheet: pair_matrix(names, names, cells, sheet),
        "channels",
        gettext("From channel to channel"),
        gettext("Of 100 contacts in the channel of the row, how many go on in the channel of the column."),
    )


def _row(chosen: Chosen, each: Compared) -> list[object]:
    row: list[object] = [_slug(chosen, each.channel), _slug(chosen, each.next_channel)]
    row += [each.here.customers, each.here.contacts] if each.here else [0, 0]
    row += _cells(each.here.share if each.here else None, n=True)
    row += [
        _value(each.here.wait_median) if each.here and isinstance(each.here.wait_median, Estimate) else None
    ]
    row += _cells(each.beside.b if each.beside else None, n=True)
    return [
        *row,
        *_cells(each.beside.difference if each.beside else None),
        each.beside.sure if each.beside else None,
    ]


def _cells(measured: object, *, n: bool = False) -> list[object]:
    if not isinstance(measured, Estimate):
        return [None] * (4 if n else 3)
    return [measured.value, measured.low, measured.high, *([measured.n] if n else [])]


def _slug(chosen: Chosen, code: int) -> str | None:
    term = chosen.state.taxonomy.lookup(Channel).code(code)
    return term.slug if term else None


def _points(difference: Measured) -> dict[str, str]:
    """A difference of shares in points, with its interval."""
    if not isinstance(difference, Estimate):
        raise TypeError("What differs for sure has a number.")
    named = {"points": difference.value, "low": difference.low, "high": difference.high}
    return {name: f"{value * 100:+.0f}".replace("-", "−") for name, value in named.items()}


def _value(measured: object) -> float:
    return measured.value if isinstance(measured, Estimate) else 0.0
