"""Readers turn a file of any kind into a table of text columns; all else is one path."""
