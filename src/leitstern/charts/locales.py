"""How numbers, dates and stretches of time are written in German and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.texts import Language, Text

if TYPE_CHECKING:
    import datetime

_MONTHS = (
    *(Text("Jan", "Jan"), Text("Feb", "Feb"), Text("Mar", "Mär"), Text("Apr", "Apr"), Text("May", "Mai")),
    *(Text("Jun", "Jun"), Text("Jul", "Jul"), Text("Aug", "Aug"), Text("Sep", "Sep"), Text("Oct", "Okt")),
    *(Text("Nov", "Nov"), Text("Dec", "Dez")),
)
_DAY = Text("{day} {month} {year}", "{day:02}.{number:02}.{year}")
_TO = Text("{low} to {high}", "{low} bis {high}")
_QUOTES = {"de": "„{}“", "en": "“{}”"}
# Each length of time: hours, one of it, many of it.
_LENGTHS = (
    (8766.0, Text("{n} year", "{n} Jahr"), Text("{n} years", "{n} Jahre")),
    (730.5, Text("{n} month", "{n} Monat"), Text("{n} months", "{n} Monate")),
    (24.0, Text("{n} day", "{n} Tag"), Text("{n} days", "{n} Tage")),
    (1.0, Text("{n} hour", "{n} Stunde"), Text("{n} hours", "{n} Stunden")),
)


@dataclass(frozen=True, slots=True)
class Locale:
    """A language with its decimal mark and its mark between thousands."""

    language: Language
    decimal: str
    group: str
    before_percent: str

    def say(self, text: Text, **values: object) -> str:
        """A sentence in this language with its fields filled."""
        return text.fill(**values).to(self.language) if values else text.to(self.language)

    def number(self, value: float, digits: int = 0) -> str:
        """1234.5 → 1.234,5 or 1,234.5, with a real minus sign and never a negative zero."""
        whole, _, rest = f"{abs(value):,.{digits}f}".partition(".")
        written = whole.replace(",", self.group) + (self.decimal + rest if rest else "")
        return f"−{written}" if value < 0 and written.strip("0" + self.decimal) else written

    def signed(self, value: float, digits: int = 0) -> str:
        """As `number`, with a plus sign above zero."""
        written = self.number(value, digits)
        return f"+{written}" if value > 0 and written.strip("0" + self.decimal) else written

    def percent(self, share: float, digits: int = 0) -> str:
        """0.413 → 41 % or 41%."""
        return f"{self.number(share * 100, digits)}{self.before_percent}%"

    def span(self, low: str, high: str) -> str:
        """Two written numbers as a range: 58–64, but −3 bis 5."""
        if low[:1] in "−+" or high[:1] in "−+":
            return self.say(_TO, low=low, high=high)
        return f"{low}–{high}"

    def date(self, day: datetime.date) -> str:
        """12.03.2024 or 12 Mar 2024."""
        return self.say(_DAY, day=day.day, number=day.month, month=self.month(day), year=day.year)

    def month(self, day: datetime.date) -> str:
        """The month's short name."""
        return self.say(_MONTHS[day.month - 1])

    def length(self, time: datetime.timedelta) -> str:
        """A stretch of time in its largest fitting unit: 3 Jahre, 8 months, 1 Tag."""
        hours = time.total_seconds() / 3600
        for size, one, many in _LENGTHS:
            if hours >= size or size == 1:
                n = max(1, round(hours / size))
                return self.say(one if n == 1 else many, n=self.number(n))
        raise AssertionError("The last length takes whatever is left.")

    def quoted(self, words: str, language: str) -> str:
        """Words between the quotation marks of their own language, by default this locale's."""
        return _QUOTES.get(language[:2], _QUOTES[self.language]).format(words)


DE = Locale("de", ",", ".", "\u00a0")
EN = Locale("en", ".", ",", "")
LOCALES: dict[Language, Locale] = {"de": DE, "en": EN}
