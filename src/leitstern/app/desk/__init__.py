"""The desk: contacts entered by hand while somebody is on the phone, from letters, by programs; and what was agreed in them."""
