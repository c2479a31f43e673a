"""What holds from now on, what is no longer allowed, what is tried out, and what is worth telling."""
