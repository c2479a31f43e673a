"""Where the organisation stands, and which way leads on."""
