"""Keeping what there is safe: backups, restoring them, and taking everything along in open formats."""
