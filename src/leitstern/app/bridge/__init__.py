"""What we decide to do about it."""
