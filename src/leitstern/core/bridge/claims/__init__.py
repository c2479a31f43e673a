"""Figures that papers and studies published: what they say, how sure they are, and what they cannot carry."""
