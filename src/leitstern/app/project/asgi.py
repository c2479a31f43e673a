"""The application as the server sees it."""

from __future__ import annotations

import gc
import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leitstern.app.project.settings")
application = get_asgi_application()

# Pages of a large company make a hundred thousand small objects and let them go again; looking for cycles after every few
# hundred of them took two thirds of the time such a page needs.
gc.set_threshold(50_000, 20, 50)
