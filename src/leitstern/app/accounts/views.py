"""Coming in, going out, and who may do what."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from leitstern.app.accounts import actions, queries
from leitstern.app.accounts.forms import InviteForm, KeyForm, SignInForm, WelcomeForm
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.request import person_of
from leitstern.app.accounts.roles import CAPABILITIES, Role
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.core.errors import InvalidInput, LeitsternError
from leitstern.core.texts import Text

NO_SUCH_ROLE = Text(
    en="There is no such role. Nothing was changed.",
    de="Diese Rolle gibt es nicht. Es wurde nichts geändert.",
)


@login_not_required
def sign_in(request: HttpRequest) -> HttpResponse:
    """E-mail and password; the same answer whether the address or the password was wrong."""
    if not queries.anybody_there():
        return render(request, "accounts/first.html")
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = actions.sign_in(request, **form.cleaned_data)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            login(request, person)
            return _into(request, person.language)
    return render(request, "accounts/sign_in.html", {"form": form, "next": request.GET.get("next", "")})


@login_not_required
@never_cache
def start(request: HttpRequest, token: str) -> HttpResponse:
    """Behind a one-time link: say who you are and choose a password."""
    link = queries.open_link(token)
    if link is None:
        return render(request, "accounts/link_gone.html", status=410)
    if link.example:
        return _as_one_of_the_cast(request)
    known = link.person
    initial = {"language": known.language if known else (get_language() or "de")[:2]}
    if known:
        initial |= {"name": known.name, "email": known.email}
    form = WelcomeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            person = actions.accept_link(token, **form.cleaned_data)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            login(request, person, backend="django.contrib.auth.backends.ModelBackend")
            return _into(request, person.language)
    return render(request, "accounts/start.html", {"form": form, "link": link})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Close the session."""
    logout(request)
    return redirect("accounts:sign-in")


@never_cache
def people(request: HttpRequest) -> HttpResponse:
    """Everybody, their role, and a form to invite."""
    me = person_of(request)
    require(me, Capability.MANAGE_PEOPLE)
    form = InviteForm(request.POST or None, initial={"language": "de"})
    link = ""
    if request.method == "POST" and form.is_valid():
        try:
            _person, token = actions.invite(me, **form.cleaned_data)
        except LeitsternError as problem:
            form.add_error("email", problem.text.to(get_language() or "en"))
        else:
            link = request.build_absolute_uri(reverse("accounts:start", args=[token]))
            form = InviteForm(initial={"language": "de"})
    rows = [(role.label, [may.label for may in Capability if may in CAPABILITIES[role]]) for role in Role]
    return render(
        request,
        "accounts/people.html",
        {"people": queries.people(), "form": form, "link": link, "roles": Role.choices, "matrix": rows},
    )


@require_POST
def change_person(request: HttpRequest, person_id: int) -> HttpResponse:
    """Another role, access closed or reopened, or a new link."""
    me = person_of(request)
    person = get_object_or_404(Person, pk=person_id)
    if "role" in request.POST:
        actions.change_role(me, person, _role(request.POST["role"]))
    elif "active" in request.POST:
        actions.set_active(me, person, request.POST["active"] == "1")
    else:
        token = actions.renew_link(me, person)
        address = request.build_absolute_uri(reverse("accounts:start", args=[token]))
        messages.success(
            request, gettext("New link for %(name)s: %(link)s") % {"name": person.name, "link": address}
        )
    return redirect("accounts:people")


@never_cache
def me(request: HttpRequest) -> HttpResponse:
    """One's own keys for programs."""
    person = person_of(request)
    form = KeyForm(request.POST or None)
    token = ""
    if request.method == "POST" and form.is_valid():
        token = actions.create_key(person, **form.cleaned_data)[1]
        form = KeyForm()
    return render(
        request, "accounts/me.html", {"form": form, "token": token, "keys": queries.keys_of(person)}
    )


@require_POST
def revoke_key(request: HttpRequest, key_id: int) -> HttpResponse:
    """End a key."""
    actions.revoke_key(person_of(request), key_id)
    return redirect("accounts:me")


def _role(value: str) -> Role:
    try:
        return Role(value)
    except ValueError:
        raise InvalidInput(NO_SUCH_ROLE) from None


def _as_one_of_the_cast(request: HttpRequest) -> HttpResponse:
    cast = queries.people()
    if request.method == "POST":
        wanted = request.POST.get("person", "")
        person = get_object_or_404(cast, pk=int(wanted) if wanted.isdecimal() else 0)
        login(request, person, backend="django.contrib.auth.backends.ModelBackend")
        return _into(request, (get_language() or "de")[:2])
    return render(request, "accounts/cast.html", {"cast": cast})


def _into(request: HttpRequest, language: str) -> HttpResponseRedirect:
    """To where they wanted, in their language."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = reverse(settings.LOGIN_REDIRECT_URL)
    response = HttpResponseRedirect(target)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 86_400, samesite="Lax", httponly=True
    )
    return response
