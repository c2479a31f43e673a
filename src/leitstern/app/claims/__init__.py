"""Published figures beside the company's own."""
