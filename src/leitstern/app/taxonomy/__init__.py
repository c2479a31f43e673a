"""The shared language: its terms and versions, values that wait for one, and whether departments mean the same by it."""
