"""What the organisation rewards: key figures, their weight, and where they pull against each other."""
