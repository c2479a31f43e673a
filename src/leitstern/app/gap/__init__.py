"""The gap between promise, belief and lived experience."""
