"""The command line: calls the same actions as the pages and the interface for programs."""
