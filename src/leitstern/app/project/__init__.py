"""Settings and assembly."""
