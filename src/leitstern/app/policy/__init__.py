"""The contact policy: what must, may and must not follow an occasion, and whether a contact must be personal at all."""
