"""Leitstern: the gap between what a company believes and what its customers live through."""

VERSION = "0.1.0"
