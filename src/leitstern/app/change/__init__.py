"""Change that arrives: briefs, what is said to whom and when, whether it is understood, and who has a part in it."""
