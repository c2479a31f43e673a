"""Channel switches, of one selection or of one beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext
from ninja import Schema

from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.lined import BESIDE, Lined, lined_up, numbers, of_hundred, surest
from leitstern.app.journeys.pages import Built
from leitstern.charts.pair_matrix import Cell, pair_matrix
from leitstern.core.company.taxonomy import Channel
from leitstern.core.outside.channels import Switch, channel_switches, read_channel_switches
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS, shown
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.journeys.asking import Chosen, Side

HEADER = (
    *("channel", "next_channel", "customers", "contacts", "share", "low", "high", "n"),
    *("wait_median_hours", "wait_low", "wait_high"),
    *BESIDE,
)
SWITCHED = Text(
    en="Of 100 contacts by {channel} after which the journey goes on, {share} [{low}–{high}] go on by {next} (n {n} customers).",
    de="Von 100 Kontakten über {channel}, nach denen die Reise weitergeht, gehen {share} [{low}–{high}] über {next} weiter "
    "(n {n} Kundinnen und Kunden).",
)
DIFFERS = Text(
    en="The selections differ most from {channel} to {next}: {share} of 100 here, {other} there, {points} points [{low} … {high}] (n {n} and {other_n}).",
    de="Am meisten unterscheiden sich die Auswahlen von {channel} zu {next}: hier {share} von 100, dort {other}, {points} Punkte [{low} … {high}] (n {n} und {other_n}).",
)
ALIKE = Text(
    en="No change of channel differs for sure between the two selections.",
    de="Bei keinem Kanalwechsel unterscheiden sich die beiden Auswahlen sicher.",
)
NOBODY = Text(
    en="Nobody changes the channel on these journeys.", de="Auf diesen Reisen wechselt niemand den Kanal."
)


class ChannelSwitchOut(Schema):
    """`share` of 0–1 contacts in `channel` that go on in `next_channel`; `other` and `difference` when compared."""

    channel: str | None
    next_channel: str | None
    customers: int | None
    contacts: int | None
    share: Number
    wait_median_hours: Number
    other: Number | None
    difference: Number | None
    sure: bool | None


class ChannelSwitchesOut(Schema):
    sentence: TextOut
    switches: list[ChannelSwitchOut]


def found_switches(chosen: Chosen) -> tuple[Lined[Switch], ...]:
    """Every pair of channels of the selection or of the one beside it, the most customers first."""

    def compute(one: Side) -> tuple[Switch, ...]:
        found = read_channel_switches(one.ask.run(channel_switches(one.transitions)), chosen.state.as_of)
        return tuple(shown(each) for each in found if each.customers >= FEWEST)

    return lined_up(
        chosen.find("channels", compute),
        lambda each: (each.channel, each.next_channel),
        lambda each: each.share,
    )


def sentence(chosen: Chosen, found: Sequence[Lined[Switch]]) -> Text:
    """What stands out: the most frequent switch, or the one that differs most for sure."""
    name = chosen.state.taxonomy.name
    moved = [each for each in found if each.either.channel != each.either.next_channel]
    if any(each.beside for each in found):
        most = surest(moved)
        if most is None:
            return ALIKE
        pair, told = most
        return DIFFERS.fill(
            channel=name("channel", pair.channel), next=name("channel", pair.next_channel), **told
        )
    first = next((each.either for each in moved if isinstance(each.share, Estimate)), None)
    if first is None or not isinstance(first.share, Estimate):
        return NOBODY
    return SWITCHED.fill(
        channel=name("channel", first.channel),
        next=name("channel", first.next_channel),
        **of_hundred(first.share),
    )


def channels_page(chosen: Chosen) -> Built:
    """The matrix with its table."""
    found, name = found_switches(chosen), chosen.state.taxonomy.name
    rows = [
        (each, name("channel", each.either.channel), name("channel", each.either.next_channel))
        for each in found
    ]
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
                channel=_slug(chosen, each.either.channel),
                next_channel=_slug(chosen, each.either.next_channel),
                customers=each.here.customers if each.here else None,
                contacts=each.here.contacts if each.here else None,
                share=number(each.share),
                wait_median_hours=number(each.here.wait_median if each.here else TOO_FEW_CUSTOMERS),
                other=number(each.beside.b) if each.beside else None,
                difference=number(each.beside.difference) if each.beside else None,
                sure=each.beside.sure if each.beside else None,
            )
            for each in found
        ],
    )


def _drawn(chosen: Chosen, found: Sequence[Lined[Switch]]) -> str:
    if not found:
        return ""
    used = dict.fromkeys(code for each in found for code in (each.either.channel, each.either.next_channel))
    names = [words(chosen.state.taxonomy.name("channel", code)) for code in used]
    place = {code: at for at, code in enumerate(used)}
    cells = [
        Cell(
            row=place[each.either.channel],
            column=place[each.either.next_channel],
            share=side(each.share),
            other=side(each.beside.b) if each.beside else None,
            difference=side(each.beside.difference) if each.beside else None,
            sure=each.sure,
        )
        for each in found
    ]
    return fitted(
        lambda sheet: pair_matrix(names, names, cells, sheet),
        "channels",
        gettext("From channel to channel"),
        gettext("Of 100 contacts in the channel of the row, how many go on in the channel of the column."),
    )


def _row(chosen: Chosen, each: Lined[Switch]) -> list[object]:
    pair, here = each.either, each.here
    return [
        _slug(chosen, pair.channel),
        _slug(chosen, pair.next_channel),
        here.customers if here else None,
        here.contacts if here else None,
        *numbers(here.share if here else None, n=True),
        *numbers(here.wait_median if here else None),
        *each.cells,
    ]


def _slug(chosen: Chosen, code: int) -> str | None:
    term = chosen.state.taxonomy.lookup(Channel).code(code)
    return term.slug if term else None
