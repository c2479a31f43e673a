"""What assumptions are counted in, and how a value is said: “0.6 levels”, “20 %”, “1×” (in German „einfach“)."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.inside.wording import decimal
from leitstern.core.texts import Text

DIGITS = 6  # enough for every value; keeps 0.29 × 100 from being 28.999999999999996


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` says what is stored; `one` and `many` hold {value}: what people see and type is `scale` times that."""

    name: Text
    one: Text
    many: Text
    scale: int = 1

    def seen(self, value: float) -> float:
        """A stored value as people see and type it."""
        shown = round(float(value) * self.scale, DIGITS)
        return int(shown) if shown.is_integer() else shown

    def stored(self, seen: float) -> float:
        """What somebody typed, as it is stored."""
        return round(seen / self.scale, DIGITS)

    def said(self, value: float) -> Text:
        """A stored value in words."""
        shown = self.seen(value)
        return (self.one if shown == 1 else self.many).fill(value=decimal(shown))

    def between(self, low: float, high: float) -> Text:
        """A range of stored values in words."""
        return self.many.fill(
            value=Text(en="{low} to {high}", de="{low} bis {high}").fill(
                low=decimal(self.seen(low)), high=decimal(self.seen(high))
            )
        )


def _counted(en: tuple[str, str], de: tuple[str, str]) -> Unit:
    """What is counted in ones and manies."""
    return Unit(
        Text(en=en[1], de=de[1]),
        Text(en=f"{{value}} {en[0]}", de=f"{{value}} {de[0]}"),
        Text(en=f"{{value}} {en[1]}", de=f"{{value}} {de[1]}"),
    )


LEVELS = _counted(("level", "levels"), ("Stufe", "Stufen"))
DAYS = _counted(("day", "days"), ("Tag", "Tage"))
WAVES = _counted(("wave", "waves"), ("Welle", "Wellen"))
MONTHS = _counted(("month", "months"), ("Monat", "Monate"))
PROOFS = _counted(
    ("fresh proof of full weight", "fresh proofs of full weight"),
    ("frischer Beleg mit vollem Gewicht", "frische Belege mit vollem Gewicht"),
)
GAPS = _counted(("gap", "gaps"), ("Lücke", "Lücken"))
POINTS_OF_FIVE = _counted(("point of 5", "points of 5"), ("Punkt von 5", "Punkte von 5"))
TIMES = Unit(
    Text(en="times", de="-fach"),
    Text(en="1×", de="einfach"),
    Text(en="{value}×", de="{value}-fach"),
)
PERCENT = Unit(
    Text(en="share, 0 to 1", de="Anteil, 0 bis 1"),
    Text(en="{value}%", de="{value} %"),
    Text(en="{value}%", de="{value} %"),
    scale=100,
)
