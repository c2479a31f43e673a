"""The shared language, versioned."""
