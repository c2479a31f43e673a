"""What leaders do for the change, and every decision with what lay on the table."""
