"""Technology: the inventory of applications, capabilities, integrations and data, and what is decided about them."""
