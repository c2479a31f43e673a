"""Where promise, belief and lived experience part, how sure that is, and why."""
