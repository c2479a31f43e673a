"""What touches this? Everything that is kept anywhere, tied together."""
