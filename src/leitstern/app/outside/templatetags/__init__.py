"""What templates can say about customers."""
