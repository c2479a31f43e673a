"""The shell around all pages."""
