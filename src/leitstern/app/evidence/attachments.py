"""Files of proofs: checked by content, stored under random names where no web server looks, never run or shown inline."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex
from time import time
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from leitstern.app.common.files import safe_name
from leitstern.app.common.home import current_home
from leitstern.app.evidence.models import Attachment, Proof
from leitstern.collect.proof_file import ALLOWED, MOST_BYTES, recognise
from leitstern.collect.readers.refused import Refused
from leitstern.core.errors import Damaged, InvalidInput
from leitstern.core.texts import Text
from leitstern.store import durable
from leitstern.store.space import refuse_unwritable

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

FOLDER = "evidence"  # in the home
PATIENCE = 86_400  # seconds after which bytes that belong to no proof are swept away
SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
TOO_LARGE = Text(
    en="The file has more than {most} MB. Nothing was kept; attach the part that proves it.",
    de="Die Datei hat mehr als {most} MB. Es wurde nichts behalten; fügen Sie den Teil an, der es belegt.",
).fill(most=MOST_BYTES // 1_000_000)
REFUSED = Text(en="{why} Nothing was kept.", de="{why} Es wurde nichts behalten.")
GONE = Text(
    en="The file of this proof is no longer there. Remove the proof and hand it in again; everything else is unchanged.",
    de="Die Datei dieses Belegs ist nicht mehr da. Entfernen Sie den Beleg und geben Sie ihn noch einmal ab; alles "
    "andere ist unverändert.",
)


def attach(proof: Proof, upload: UploadedFile[Any]) -> Attachment:
    """Keep the file of a proof, in the transaction that keeps the proof. Raises InvalidInput for what is refused."""
    folder = _folder()
    _sweep(folder)
    token = token_hex(20)
    target = folder / token
    try:
        size = _write(target, upload)
        kind = recognise(target)
        durable.sync(target)
        durable.sync(folder)
        name = Path(safe_name(upload.name or "file")).stem[:150] or "file"
        return Attachment.objects.create(
            proof=proof, token=token, name=f"{name}.{kind.ending}", ending=kind.ending, size=size
        )
    except Refused as problem:
        target.unlink()
        raise InvalidInput(REFUSED.fill(why=problem.text)) from None
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def discard(attachment: Attachment) -> None:
    """Delete the bytes, once whatever removes the proof is certain."""
    path = _folder() / attachment.token
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def download(attachment: Attachment) -> HttpResponse:
    """The file to take along. Raises Damaged if its bytes are gone."""
    try:
        content = (_folder() / attachment.token).read_bytes()
    except FileNotFoundError:
        raise Damaged(GONE) from None
    response = HttpResponse(content, content_type=ALLOWED[attachment.ending].media)
    response["Content-Disposition"] = content_disposition_header(True, attachment.name)
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


def _folder() -> Path:
    folder = current_home().path / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _write(target: Path, upload: UploadedFile[Any]) -> int:
    size = 0
    with refuse_unwritable(), target.open("xb") as out:
        target.chmod(0o600)
        for piece in upload.chunks():
            size += len(piece)
            if size > MOST_BYTES:
                raise InvalidInput(TOO_LARGE)
            out.write(piece)
    return size


def _sweep(folder: Path) -> None:
    """Delete what was written for proofs that a crash kept from being stored."""
    kept = set(Attachment.objects.values_list("token", flat=True))
    for file in folder.iterdir():
        if file.name not in kept and time() - file.stat().st_mtime > PATIENCE:
            file.unlink(missing_ok=True)
