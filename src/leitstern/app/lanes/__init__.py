"""One page for those who decide: technology, organisation and experience side by side, and where they collide."""
