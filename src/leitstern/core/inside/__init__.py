"""What the organisation believes."""
