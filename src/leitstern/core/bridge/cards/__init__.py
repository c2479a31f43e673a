"""Knowledge cards: one piece of customer knowledge, what it rests on, and whether that still holds."""
