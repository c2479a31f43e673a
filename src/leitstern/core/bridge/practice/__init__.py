"""Principles that can be counted, the stop list, pilots, and stories of what customers lived."""
