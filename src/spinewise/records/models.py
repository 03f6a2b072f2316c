"""The tables. Views never touch them: they call the repositories, which give core records back."""

import uuid
from typing import Any, NoReturn

from django.db import models


class Person(models.Model):
    """Somebody whose back is cared for on this machine."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=2, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order."""

        ordering = ("created_at",)

    def __str__(self) -> str:
        return str(self.id)


class InterviewRecord(models.Model):
    """The answered screens of one interview. ``version`` grows with every write and guards against lost answers."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="interviews")
    screens = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=0)
    furthest = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        """Order."""

        ordering = ("begun_at", "pk")

    def __str__(self) -> str:
        return f"interview {self.pk} of {self.person_id}"


class PlanRecord(models.Model):
    """What a person wishes for their week, and the week as it was last changed."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="plan")
    week = models.DateField()
    wishes = models.JSONField(default=dict)
    items = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"plan of {self.person_id}"


class EventRecord(models.Model):
    """Something that counts for how soon this person should be seen: a check, a recheck, a correction, a clearance.

    Events are added, never changed. ``number`` counts them for one person; two writers cannot take the same one.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="events")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    day = models.DateField()
    at = models.DateTimeField(auto_now_add=True)
    body = models.JSONField(default=dict)

    class Meta:
        """Order, and one event for each number."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("person", "number"), name="one_event_for_each_number"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.number} of {self.person_id}"


class DayRecord(models.Model):
    """How one day was: the number from 0 to 10 that was tapped last on it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="days")
    day = models.DateField()
    pain = models.PositiveSmallIntegerField()
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        """Order, and one number for each day."""

        ordering = ("day",)
        constraints = (models.UniqueConstraint(fields=("person", "day"), name="one_number_for_each_day"),)

    def __str__(self) -> str:
        return f"{self.day} of {self.person_id}"


class ActionRecord(models.Model):
    """Something that was done, skipped or felt. ``key`` comes from its maker: what is sent twice is kept once."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="actions")
    key = models.UUIDField()
    day = models.DateField()
    kind = models.CharField(max_length=20)
    body = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        """Order, and one action for each key."""

        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("person", "key"), name="one_action_for_each_key"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key} of {self.person_id}"


class MarkedDayRecord(models.Model):
    """A day that is not like the others: a bad day, or one away from home with what is at hand there."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="marked_days")
    day = models.DateField()
    kind = models.CharField(max_length=10)
    body = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Order, and one mark of a kind for each day."""

        ordering = ("day", "kind")
        constraints = (models.UniqueConstraint(fields=("person", "day", "kind"), name="one_mark_of_a_kind_for_each_day"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.day} of {self.person_id}"


class FeedRecord(models.Model):
    """The private address of a person's calendar, and how the calendar is to look."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="feed")
    token = models.CharField(max_length=64, unique=True)
    names = models.BooleanField(default=False)
    alarm_min = models.PositiveSmallIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"calendar of {self.person_id}"


class ProgrammeRecord(models.Model):
    """The day on which each phase of a person's programmes began, by ``programme/phase``."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="programmes")
    since = models.JSONField(default=dict)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"programmes of {self.person_id}"


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """Entries are read and added, never changed or taken out one by one."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise TypeError("the audit trail cannot be changed")

    def delete(self) -> NoReturn:
        """Refused; only the removal of all data takes the trail with it."""
        raise TypeError("the audit trail cannot be shortened")


class AuditEntry(models.Model):
    """Who did what to whom, and when. It never holds a name or an answer."""

    at = models.DateTimeField(auto_now_add=True)
    actor = models.CharField(max_length=40)
    action = models.CharField(max_length=40)
    person = models.UUIDField(null=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        """Order."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.action}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry. Raises ``TypeError`` for one that is there already."""
        if self.pk is not None:
            raise TypeError("the audit trail cannot be changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise TypeError("the audit trail cannot be shortened")
