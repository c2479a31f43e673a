"""Published and bought figures about competitors beside what customers live here."""
