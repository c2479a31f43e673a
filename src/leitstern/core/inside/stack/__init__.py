"""Technology: what there is, what works, what is missing, and what to do about it."""
