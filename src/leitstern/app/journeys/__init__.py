"""Journeys explored by hand: every view of one selection, or of one against another."""
