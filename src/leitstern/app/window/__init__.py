"""The customer window: what customers say about each department's part, as a page and as a weekly letter."""
