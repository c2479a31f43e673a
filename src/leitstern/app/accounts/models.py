"""People, the links that let them in for the first time, and keys for programs."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from secrets import token_urlsafe
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.accounts.roles import CAPABILITIES, Role
from leitstern.app.common.actors import Capability


def token_hash(token: str) -> str:
    """Only this is stored of links and keys."""
    return hashlib.sha256(token.encode()).hexdigest()


class Person(AbstractBaseUser):
    """Somebody who works with Leitstern."""

    email = models.EmailField(_("E-mail"), unique=True)
    name = models.CharField(_("Name"), max_length=120)
    role = models.CharField(_("Role"), max_length=12, choices=Role.choices, default=Role.EXECUTIVE)
    language = models.CharField(_("Language"), max_length=2, default="de")
    is_active = models.BooleanField(_("May sign in"), default=True)
    joined = models.DateTimeField(default=timezone.now)
    last_login = None  # when somebody signs in is nobody's business, so it is not kept

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    USERNAME_FIELD = "email"

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def actor_id(self) -> str:
        """As the audit log names them."""
        return f"person:{self.pk}"

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What their role permits."""
        return CAPABILITIES.get(self.role, frozenset()) if self.is_active else frozenset()


class OneTimeLink(models.Model):
    """Lets one person in once: the first administrator, an invited colleague, somebody who forgot a password."""

    LIFETIME = timedelta(days=7)

    hash = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="links")
    role = models.CharField(max_length=12, choices=Role.choices)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True, blank=True)
    example = models.BooleanField(
        default=False
    )  # opens the example company's cast, whose people have no passwords

    def __str__(self) -> str:
        return f"{self.role} {self.expires:%Y-%m-%d}"

    @classmethod
    def issue(cls, role: str, person: Person | None = None) -> tuple[OneTimeLink, str]:
        """A new link and its token, which is shown once and never stored."""
        token = token_urlsafe(24)
        link = cls.objects.create(
            hash=token_hash(token), role=role, person=person, expires=timezone.now() + cls.LIFETIME
        )
        return link, token


class ApiKey(models.Model):
    """Lets a program in with the capabilities of the person it belongs to."""

    PREFIX = "lst_"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keys")
    name = models.CharField(_("Name"), max_length=80)
    hash = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField(_("Valid until"))
    last_used = models.DateTimeField(null=True, blank=True)
    revoked = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_valid(self) -> bool:
        """Neither revoked nor expired."""
        return self.revoked is None and self.expires > timezone.now()


class WrongPassword(models.Model):
    """A wrong password was given for an address, of which only a keyed hash is kept; see `throttle`."""

    address = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.address[:8]


class Answered(models.Model):
    """What somebody's program asked for under a key of its own, and what it was told; without `status` it is being done."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)  # hash of the key
    asked = models.CharField(max_length=64)  # hash of method, address and content
    status = models.PositiveSmallIntegerField(null=True)
    content = models.TextField(blank=True)
    created = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="one_answer_per_key")]

    def __str__(self) -> str:
        return f"answer {self.pk} to person {self.person_id}"
