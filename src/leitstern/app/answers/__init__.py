"""Customers' voices: scores over time, what they wrote, what is quoted, and what goes along with it."""
