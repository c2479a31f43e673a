"""Estimates, posteriors, agreement, change, attribution."""
