"""Brand voice: whether what systems say to customers sounds like the brand and fits what customers expect."""
