"""What leaders do for the change, how much of it they can do, and what is decided with customers on the table."""
