"""Sixty minutes, eight people, a placement."""
