"""Change that arrives: what leaders say to whom, whether people understand it, and how they have a part in it."""
