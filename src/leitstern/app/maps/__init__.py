"""Journey maps: how journeys were designed, what customers lived of it, and how a map is changed."""
