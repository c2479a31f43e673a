"""Imports, quarantine and published snapshots."""
