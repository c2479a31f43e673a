"""Where the company comes forward of its own accord and where it does not, and whether a contact must be personal at all."""
