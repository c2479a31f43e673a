"""Silos: ties between departments as counted, the four facets, and what customers live of them."""
