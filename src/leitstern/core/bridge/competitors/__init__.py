"""What customers live elsewhere: published or bought figures about competitors beside the own lived share."""
