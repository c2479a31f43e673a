"""What was entered by hand. An entry is never changed, only withdrawn or followed by a corrected one.

Who entered it stands in the audit log and nowhere else.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.intake.models import Import, ImportState


class Way(models.TextChoices):
    """How a contact was entered; the name of its source in the lake."""

    FORM = "contact-form", _("contact form")
    LETTERS = "letters", _("letters and e-mails")
    PROGRAM = "interface", _("interface for programs")
    TERMINAL = "terminal", _("command line")


class Standing(models.TextChoices):
    """Where an entry stands."""

    WAITING = "waiting", _("waiting to be counted")
    COUNTED = "counted", _("counted")
    LEAVING = "leaving", _("withdrawn, still counted")
    WITHDRAWN = "withdrawn", _("withdrawn")
    TAKEN_OUT = "taken-out", _("taken out with its import")


TAKEN_OUT = (ImportState.PURGING, ImportState.PURGED)


class Entry(models.Model):
    """One contact with one customer, whose number is kept only while something agreed with them is open."""

    key = models.CharField(max_length=64, unique=True)  # tells the same entry when it is sent twice
    digest = models.CharField(
        max_length=64
    )  # of all that was typed, so that another one under its key is noticed
    way = models.CharField(max_length=20, choices=Way.choices)
    kind = models.CharField(max_length=80)  # of the customer's number
    entity = models.BigIntegerField(db_index=True)  # the hash that stands for the customer in the lake
    number = models.CharField(max_length=200, blank=True)
    touchpoint = models.SlugField(max_length=80)
    channel = models.SlugField(max_length=80, blank=True)  # nothing: the touchpoint's
    at = models.DateTimeField()
    flags = models.PositiveSmallIntegerField(default=0)  # as in the lake: only the day is known, …
    arrived = models.DateField(null=True, blank=True)  # of a letter, where that is another day
    reason = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    told_again = models.BooleanField(
        null=True
    )  # whether they had to say again what we knew; None: nobody said
    words = models.TextField(blank=True)  # the customer's, said with the answer
    scale = models.CharField(max_length=10, blank=True)
    value = models.FloatField(null=True, blank=True)
    promise = models.SlugField(max_length=80, blank=True)
    due = models.DateField(null=True, blank=True)
    kept = models.DateTimeField(null=True, blank=True)
    step = models.CharField(max_length=200, blank=True)
    department = models.SlugField(max_length=80, blank=True)  # that does the next step
    step_due = models.DateField(null=True, blank=True)
    step_done = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(default=timezone.now)
    day = models.DateField(db_index=True)  # on which it was entered; one import for each
    corrects = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="corrected"
    )
    withdrawn = models.DateTimeField(null=True, blank=True)
    waits_since = models.DateTimeField(null=True, blank=True, db_index=True)  # for the lake to say the same
    import_run = models.ForeignKey(Import, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.day} {self.touchpoint}"

    @property
    def standing(self) -> Standing:
        """Whether it is in the lake; needs `import_run` loaded."""
        run = self.import_run
        if run is not None and run.state in TAKEN_OUT:
            return Standing.TAKEN_OUT
        there = run is not None and run.state == ImportState.DONE
        if self.withdrawn:
            return Standing.LEAVING if there else Standing.WITHDRAWN
        return Standing.COUNTED if there and self.waits_since is None else Standing.WAITING

    @property
    def is_open(self) -> bool:
        """Whether something agreed with the customer is still to be done."""
        step = bool(self.step) and self.step_done is None
        promise = bool(self.promise) and self.kept is None
        return self.withdrawn is None and (step or promise)
