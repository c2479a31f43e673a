"""The application as the server sees it."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leitstern.app.project.settings")
application = get_asgi_application()
