"""Questions to rooms and people."""
