"""Customers' own words in templates."""

from __future__ import annotations

from django import template

from leitstern.app.outside import voices

register = template.Library()


@register.filter
def in_own_language(comment: str, language: str | None) -> str:
    """The comment with the marks of what was masked in the language it was written in."""
    return voices.in_own_language(comment, language or "")
