"""Where data lives: the home folder, the lake and its snapshots."""
