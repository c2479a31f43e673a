"""What is claimed, what proves it, and what is credited."""
