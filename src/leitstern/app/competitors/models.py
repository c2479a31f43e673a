"""Figures about competitors, as they were published or bought. Nothing is changed; what was wrong is withdrawn."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Figure(models.Model):
    """What share of a competitor's customers agree with a statement; no `touchpoint`: with the company as a whole."""

    competitor = models.CharField(max_length=120)
    touchpoint = models.SlugField(max_length=80, blank=True)
    statement = models.SlugField(max_length=80)
    share = models.FloatField()  # 0 to 1
    n = models.PositiveIntegerField(null=True)  # null = the source does not say
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=300)
    how = models.CharField(max_length=300, blank=True)  # what exactly was asked
    asked = models.CharField(max_length=8)  # core.bridge.competitors.figure.Asked
    origin = models.CharField(max_length=12)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["competitor", "touchpoint", "statement", "year", "source"],
                condition=models.Q(withdrawn=None),
                name="a_figure_about_a_competitor_once",
            ),
            models.CheckConstraint(
                condition=models.Q(share__gte=0, share__lte=1), name="share_of_a_competitors_customers"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.competitor} {self.statement} {self.year}"
