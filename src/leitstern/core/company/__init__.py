"""The shared language both sides use."""
