"""Relapse watch: whether what was reached holds, and what is decided when it does not."""
