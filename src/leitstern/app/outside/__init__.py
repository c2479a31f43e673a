"""What customers lived."""
