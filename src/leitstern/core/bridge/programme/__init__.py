"""The programme: seven steps with gates, hurdles, and a roadmap that knows no single date."""
