"""Django's settings, all derived from `Config`."""

from __future__ import annotations

from pathlib import Path
from secrets import token_urlsafe

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from leitstern.app.project.config import Config

CONFIG = Config.from_environment()
HOME = CONFIG.home

_secret = HOME / "secret"
# Without a home (collecting sentences, type checks) nothing is signed for longer than the process lives.
SECRET_KEY = _secret.read_bytes().hex() if _secret.is_file() else token_urlsafe(32)
DEBUG = CONFIG.debug
ALLOWED_HOSTS = list(CONFIG.hosts)
CSRF_TRUSTED_ORIGINS = [CONFIG.public_url] if CONFIG.public_url else []

INSTALLED_APPS = [
    "leitstern.app.common",
    "leitstern.app.accounts",
    "leitstern.app.company",
    "leitstern.app.intake",
    "leitstern.app.outside",
    "leitstern.app.journeys",
    "leitstern.app.maps",
    "leitstern.app.operations",
    "leitstern.app.safekeeping",
    "leitstern.app.inside",
    "leitstern.app.gap",
    "leitstern.app.bridge",
    "leitstern.app.evidence",
    "leitstern.app.placement",
    "leitstern.app.surveys",
    "leitstern.app.waves",
    "leitstern.app.workshop",
    "leitstern.app.portfolio",
    "leitstern.app.structure",
    "leitstern.app.incentives",
    "leitstern.app.stack",
    "leitstern.app.claims",
    "leitstern.app.answers",
    "leitstern.app.competitors",
    "leitstern.app.desk",
    "leitstern.app.silo",
    "leitstern.app.value",
    "leitstern.app.window",
    "leitstern.app.voice",
    "leitstern.app.adoption",
    "leitstern.app.practice",
    "leitstern.app.leadership",
    "leitstern.app.policy",
    "leitstern.app.cards",
    "leitstern.app.taxonomy",
    "leitstern.app.change",
    "leitstern.app.programme",
    "leitstern.app.settled",
    "leitstern.app.watch",
    "leitstern.app.ties",
    "leitstern.app.lanes",
    "leitstern.app.reports",
    "leitstern.app.web",
    "leitstern.app.api",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "leitstern.app.accounts.middleware.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "leitstern.app.common.middleware.ErrorMiddleware",
    "leitstern.app.company.middleware.CompanyTimeMiddleware",
]

ROOT_URLCONF = "leitstern.app.project.urls"
ASGI_APPLICATION = "leitstern.app.project.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "leitstern.app.web.context.shell",
            ],
            "builtins": [
                "leitstern.app.common.templatetags.ui",
                "leitstern.app.web.templatetags.gaps",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "app.db",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Person"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "web:situation"
LOGOUT_REDIRECT_URL = "accounts:sign-in"

LANGUAGES = [("de", _("German")), ("en", _("English"))]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"  # what is stored; whoever asks for today, asks in the company's zone
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["leitstern.app.common.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "cache" / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# What is being handed in lies in the home as well: on its disk, for its user only.
FILE_UPLOAD_TEMP_DIR = HOME / "staging" if (HOME / "staging").is_dir() else None
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

SESSION_COOKIE_NAME = "leitstern_session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = CONFIG.secure_cookies
SESSION_COOKIE_AGE = 14 * 86_400
LANGUAGE_COOKIE_NAME = "leitstern_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}

# Letters of staff waves; without a mail server nothing can be sent, and nothing pretends to be.
MAILERS = (
    {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {
                "host": CONFIG.mail.host,
                "port": CONFIG.mail.port,
                "username": CONFIG.mail.user,
                "password": CONFIG.mail.password,
                "use_ssl": CONFIG.mail.tls,
                "use_tls": CONFIG.mail.starttls,
                "timeout": 30,
            },
        }
    }
    if CONFIG.mail
    else {}
)
DEFAULT_FROM_EMAIL = CONFIG.mail_from or "leitstern@localhost"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "leitstern.app.common.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # A refused request is the visitor's business, not an incident.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.csrf": {"level": "ERROR"},
        "uvicorn.access": {"level": "WARNING"},
    },
}
