"""The words charts themselves speak, in both languages; names of touchpoints and the like come from the caller."""

from __future__ import annotations

from leitstern.core.texts import Text

PROMISED = Text("Promised", "Versprochen")
BELIEVED = Text("Believed", "Geglaubt")
LIVED = Text("Lived", "Erlebt")
OBSERVED = Text("Answered, before caution", "Geantwortet, vor der Vorsicht")
OBSERVED_SAID = Text("{agreeing} of {n}", "{agreeing} von {n}")
GAP = Text("Gap", "Lücke")
INTERVAL = Text("{level}% interval", "{level}-%-Intervall")
ESTIMATE = Text("{value} ({interval}, n {n})", "{value} ({interval}, n {n})")
CUSTOMERS_OF_100 = Text("of 100 customers", "von 100 Kundinnen und Kunden")
