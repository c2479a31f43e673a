"""What was decided, and whether it helped."""
