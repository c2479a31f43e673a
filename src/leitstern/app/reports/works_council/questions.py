"""What is asked: the questions in use, and the waves so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format

from leitstern.app.inside.instruments import content_of
from leitstern.app.inside.queries import current_instrument
from leitstern.app.reports.works_council.data import DAYS
from leitstern.app.reports.works_council.setting import Section
from leitstern.app.waves.models import Wave
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.reports.works_council.setting import Writer

NOW = Text(
    en="Asked at present: “{name}”, version {version} ({licence}), on a scale from {low} ({low_label}) to {high} "
    "({high_label}). A version never changes; other questions are another version.",
    de="Gefragt wird zurzeit: „{name}“, Fassung {version} ({licence}), auf einer Skala von {low} ({low_label}) bis {high} "
    "({high_label}). Eine Version ändert sich nie; andere Fragen sind eine andere Version.",
)
VERSION = Text(en="{name}, version {version}", de="{name}, Fassung {version}")
GONE = Text(en="deleted", de="gelöscht")


def asked(write: Writer) -> Section:
    """Every question as it is put, dimension by dimension."""
    instrument = current_instrument()
    scale = instrument.scale
    told = NOW.fill(
        name=instrument.name,
        version=instrument.version,
        licence=instrument.licence.name,
        low=scale.low,
        low_label=scale.low_label,
        high=scale.high,
        high_label=scale.high_label,
    )
    waves = write.table(
        ("Waves so far", "Wellen bisher"),
        [
            ("Wave", "Welle"),
            ("State", "Stand"),
            ("Questions", "Fragen"),
            ("Last day", "Letzter Tag"),
            ("Results from", "Ergebnisse ab"),
            ("Comments from", "Kommentare ab"),
            ("Answers kept", "Antworten bleiben"),
        ],
        (
            (
                wave.name,
                str(wave.get_state_display()),
                VERSION.fill(name=content_of(wave.instrument).name, version=wave.instrument.version),
                date_format(wave.closes, "SHORT_DATE_FORMAT"),
                wave.fewest,
                wave.fewest_comments,
                GONE if wave.forgotten else DAYS.fill(days=wave.keep_days),
            )
            for wave in Wave.objects.select_related("instrument")
        ),
    )
    questions = write.table(
        ("Questions to staff", "Fragen an Mitarbeitende"),
        [("Dimension", "Dimension"), ("Questions", "Fragen")],
        (
            (
                dimension.name,
                " · ".join(item.text.to(write.language) for item in instrument.items_of(dimension.slug)),
            )
            for dimension in instrument.dimensions
        ),
    )
    return Section(
        write.say("What is asked", "Was gefragt wird"), (told.to(write.language),), tables=(waves, questions)
    )
