"""The organisation register: units, roles, what is handed over, who answers for what, and who can do what."""
