"""Column contracts of everything that is stored for analysis."""
