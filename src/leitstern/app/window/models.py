"""Who gets the weekly letter of which department, and the letters on their way."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.posting import Posted


class Subscription(models.Model):
    """One person, or everybody with a role, gets the letter of a department. `ended`: not any more.

    The department is known by its short name, also if it is renamed or merged.
    """

    unit = models.SlugField(max_length=80)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="windows"
    )
    role = models.CharField(max_length=12, choices=Role.choices, blank=True)
    address = models.URLField(blank=True)  # where links in the letter lead, unless an address is set
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["unit", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, role="")
                | (models.Q(person__isnull=True) & ~models.Q(role="")),
                name="window_for_a_person_or_a_role",
            ),
            models.UniqueConstraint(
                fields=["unit", "person"],
                condition=models.Q(ended=None, person__isnull=False),
                name="one_window_per_person",
            ),
            models.UniqueConstraint(
                fields=["unit", "role"],
                condition=models.Q(ended=None) & ~models.Q(role=""),
                name="one_window_per_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} for {self.person_id or self.role}"


class Declined(models.Model):
    """Somebody does not want the letter of a department that their role gets."""

    unit = models.SlugField(max_length=80)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="declined_windows")
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "person"], name="declined_once")]

    def __str__(self) -> str:
        return f"{self.unit} not for {self.person_id}"


class WeekLetter(Posted):
    """The letter of one week to one person about one department. There is never a second one."""

    unit = models.SlugField(max_length=80)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="week_letters")
    week = models.DateField()  # its Monday
    address = models.URLField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "person", "week"], name="one_letter_a_week_and_person")
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.week:%Y-%m-%d} ({self.state})"


class Looked(models.Model):
    """How often a department's window was opened in a month; by whom is not kept."""

    unit = models.SlugField(max_length=80)
    month = models.DateField()  # its first day
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "month"], name="a_window_once_per_month")]

    def __str__(self) -> str:
        return f"{self.unit} {self.month:%Y-%m} {self.times}"
