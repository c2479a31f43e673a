"""Asking the staff in waves, so that nobody can be told by what they answered."""
