"""Knowledge cards: pieces of customer knowledge that rest on linked sources, for those who analyse and those who decide."""
