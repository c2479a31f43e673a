"""Technology, organisation and experience side by side, and where they work against each other."""
