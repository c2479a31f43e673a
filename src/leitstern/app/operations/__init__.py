"""Looking after the installation: what came in, whether everybody still delivers, what waits, how long the disk lasts."""
