"""Quotes picked for reports. What the customer wrote stands in the lake alone; a pick only knows where."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Pick(models.Model):
    """One comment somebody wants in reports, and why. `place` is its order among those that stand.

    Whoever picked it has said that nobody can be recognised in it.
    """

    import_id = models.IntegerField()
    seq = models.BigIntegerField()  # within the lake; together with the import it is never another answer
    entity = models.BigIntegerField(db_index=True)  # whose it is, to forget it with them
    reason = models.CharField(max_length=300)
    place = models.PositiveIntegerField()
    actor = models.CharField(max_length=80)
    created = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["import_id", "seq"],
                condition=models.Q(withdrawn=None),
                name="a_comment_is_picked_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.import_id}-{self.seq}"
