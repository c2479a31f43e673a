"""Rows that could not be read or understood: kept byte for byte, with the reason, until the mapping is mended."""
