"""Asking the staff in waves, without anybody being found out."""
