"""Silos: of thinking, of responsibility, of action, of data; each against what would be there without any."""
