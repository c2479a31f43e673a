"""Pure: tables and numbers in, findings out. No framework, no I/O, no clock; time and randomness are arguments."""
