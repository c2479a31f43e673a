"""What is rewarded: key figures, their weight per role, and the conflicts between them."""
