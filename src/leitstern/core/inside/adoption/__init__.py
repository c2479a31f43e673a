"""Does what was bought get used, lived, and felt by customers? The ladder of adoption, and the register of campaigns."""
