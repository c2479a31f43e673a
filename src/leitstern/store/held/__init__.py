"""Journeys of one state held in memory as plain arrays, and the questions that are counted there."""
