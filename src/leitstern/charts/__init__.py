"""Charts: pure functions from a table to SVG."""
