"""What customers get from the company beside what the company gets from them."""
