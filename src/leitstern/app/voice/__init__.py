"""Brand voice: what systems say in the company's name, checked by rules and judged by people."""
