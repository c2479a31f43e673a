"""Leitstern in a notebook: tables, findings and pictures of an installation (`leitstern.open_home`)."""
