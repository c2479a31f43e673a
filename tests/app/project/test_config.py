"""Settings come from the environment, and are safe without any."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from leitstern.app.project.config import Config
from leitstern.core.errors import InvalidInput


def test_without_any_setting_it_serves_this_machine_alone() -> None:
    config = Config.from_environment({})
    assert config.home == Path(".home")
    assert config.hosts == ("localhost", "127.0.0.1", "[::1]")
    assert (config.debug, config.secure_cookies, config.public_url) == (False, False, "")


def test_behind_a_proxy_with_tls_cookies_are_for_encrypted_connections() -> None:
    config = Config.from_environment(
        {"LEITSTERN_PUBLIC_URL": "https://cx.example.org/", "LEITSTERN_HOSTS": "cx.example.org,"}
    )
    assert (config.public_url, config.hosts) == ("https://cx.example.org", ("cx.example.org",))
    assert config.secure_cookies


@pytest.mark.parametrize(
    "wrong",
    [
        {"LEITSTERN_THREADS": "many"},
        {"LEITSTERN_THREADS": "0"},
        {"LEITSTERN_MEMORY_LIMIT": "plenty"},
        {"LEITSTERN_MEMORY_LIMIT": "1GB'; --"},
    ],
)
def test_a_setting_that_cannot_be_is_told_by_name(wrong: dict[str, str]) -> None:
    (name,) = wrong
    with pytest.raises(InvalidInput, match=name):
        Config.from_environment(wrong)


def test_a_mail_server_is_one_address() -> None:
    config = Config.from_environment({"LEITSTERN_SMTP_URL": "smtps://a%40b:p%3Aw@mail.example.org"})
    assert config.mail is not None
    assert (config.mail.host, config.mail.port, config.mail.tls) == ("mail.example.org", 465, True)
    assert (config.mail.user, config.mail.password) == ("a@b", "p:w")
    assert "p:w" not in repr(config)
    assert Config.from_environment({}).mail is None


@pytest.mark.parametrize(
    "wrong", ["http://mail", "smtp://", "smtp://mail:port", "smtp://mail/path", "postbox"]
)
def test_an_address_that_is_no_mail_server_is_told_without_its_password(wrong: str) -> None:
    with pytest.raises(InvalidInput, match="LEITSTERN_SMTP_URL") as told:
        Config.from_environment({"LEITSTERN_SMTP_URL": wrong})
    assert wrong not in str(told.value)


@pytest.mark.parametrize("wrong", ["nobody", "a@b\nBcc: c@d", "<a@b@c>"])
def test_a_sender_is_one_address(wrong: str) -> None:
    with pytest.raises(InvalidInput, match="LEITSTERN_MAIL_FROM"):
        Config.from_environment({"LEITSTERN_MAIL_FROM": wrong})


def test_debugging_is_off() -> None:
    assert settings.DEBUG is False
    assert Config.from_environment({"LEITSTERN_DEBUG": "true"}).debug is False
    assert Config.from_environment({"LEITSTERN_DEBUG": "1"}).debug is True


@pytest.mark.django_db
def test_every_answer_carries_its_protections() -> None:
    for address in (reverse("accounts:sign-in"), "/nowhere", "/alive", "/api/v1/gap"):
        answer = Client().get(address)
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.django_db
def test_a_name_nobody_gave_the_server_is_refused() -> None:
    assert Client(headers={"host": "evil.example"}).get("/alive").status_code == 400


def test_passwords_are_hashed_with_argon2_only() -> None:
    assert [name.rsplit(".", 1)[1] for name in settings.PASSWORD_HASHERS] == ["Argon2PasswordHasher"]


def test_the_database_keeps_what_it_acknowledged_and_nothing_deleted() -> None:
    options: Any = settings.DATABASES["default"]["OPTIONS"]
    commands = options["init_command"]
    assert "synchronous=FULL" in commands
    assert "secure_delete=ON" in commands
