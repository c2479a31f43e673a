"""The target picture and everything under way towards it: what may be approved, what holds it together, what collides."""
