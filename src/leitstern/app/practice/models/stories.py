"""Stories of what customers lived and what was done differently."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.practice.models.choices import one_of
from leitstern.app.practice.models.pilots import Pilot
from leitstern.core.bridge.practice.culture import Layer, Telling
from leitstern.core.bridge.practice.terms import Teller


class Story(models.Model):
    """What a customer lived and what was done differently, where; nobody is named. Withdrawn any time."""

    slug = models.SlugField(max_length=80, unique=True)
    teller = models.CharField(max_length=8, choices=one_of(Teller))
    title = models.CharField(max_length=200)
    lived = models.TextField()
    done = models.TextField()
    unit = models.SlugField(max_length=80)
    touchpoint = models.SlugField(max_length=80, blank=True)
    kind = models.CharField(max_length=10, choices=one_of(Telling), default=Telling.STORY.value)
    layer = models.CharField(max_length=10, choices=one_of(Layer), blank=True)  # of culture
    day = models.DateField()  # when it was told
    approved = models.DateTimeField(null=True, blank=True)
    published = models.DateTimeField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(published=None) | models.Q(approved__isnull=False),
                name="published_once_approved",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Opened(models.Model):
    """How often a story or a pilot was opened on a day; by whom is not kept."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, related_name="opened")
    pilot = models.ForeignKey(Pilot, on_delete=models.CASCADE, null=True, related_name="opened")
    day = models.DateField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "day"], name="a_story_once_per_day"),
            models.UniqueConstraint(fields=["pilot", "day"], name="a_pilot_once_per_day"),
            models.CheckConstraint(
                condition=models.Q(story=None, pilot__isnull=False)
                | models.Q(story__isnull=False, pilot=None),
                name="opened_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.story_id or self.pilot_id} {self.day} {self.times}"
