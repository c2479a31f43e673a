"""From when to when a series was settled, and from when on it is watched anew: said once, read by all who show it."""
