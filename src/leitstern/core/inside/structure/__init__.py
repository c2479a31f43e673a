"""How the organisation is cut: whether it follows the customer's journey, and where it lets go of them."""
