"""What every area of the application shares."""
