"""What comes in: files, mappings, quarantine."""
