"""Everything that is the company's own, in open formats, in one archive: to read, to move on, to leave with."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.common import audit, jobs
from leitstern.app.common.actions import require
from leitstern.app.common.actors import WORKER, Capability
from leitstern.app.common.exports import neutral
from leitstern.app.common.home import current_home
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.intake.models import Import
from leitstern.app.intake.performing import silent
from leitstern.app.intake.queries import source_names
from leitstern.app.outside.reading import published
from leitstern.app.safekeeping.apps import TAKE_JOB
from leitstern.app.safekeeping.deciding import WITHOUT, leaves
from leitstern.app.safekeeping.models import Taken
from leitstern.app.safekeeping.telling import readme
from leitstern.collect.taxonomy_file import write_taxonomy
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.tables.lake import LAKE, PATH_BASE
from leitstern.core.texts import Text
from leitstern.store import durable
from leitstern.store.archive import THERE, add, refuse_full, size_of
from leitstern.store.space import refuse_unwritable
from leitstern.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from django.db.models import Model

    from leitstern.app.common.actors import Actor
    from leitstern.app.common.jobs import Progress
    from leitstern.core.company.codes import Kind
    from leitstern.store.archive import Member
    from leitstern.store.reader import Reader

FOLDER, PROOFS = "exports", "evidence"  # in the home
KEPT = timedelta(days=7)
TERMS: tuple[Kind, ...] = (
    "department",
    "channel",
    "stage",
    "touchpoint",
    "promise",
    "map",
    "persona",
    "milestone",
)
WRITING = Text(en="Writing {name}", de="{name} wird geschrieben")
NO_FOLDER = Text(
    en="{place} is no folder that can be written to. Nothing was written.",
    de="{place} ist kein Ordner, in den sich schreiben lässt. Es wurde nichts geschrieben.",
)


def take_along(actor: Actor, archive: Path, *, with_csv: bool, progress: Progress = silent) -> dict[str, int]:
    """Write everything into a new archive. Returns the rows by file. Raises Conflict, InvalidInput, NoSpace.

    Contacts and what is derived from them are those of the published state; nothing of it is left if it fails.
    """
    require(actor, Capability.LOOK_AFTER)
    if archive.exists():
        raise Conflict(THERE.fill(path=archive))
    if not archive.parent.is_dir():
        raise InvalidInput(NO_FOLDER.fill(place=archive.parent))
    rows = _write(archive, with_csv=with_csv, progress=progress)
    audit.record(actor, "take along", "", files=len(rows), csv=with_csv)
    return rows


def queue_export(actor: Actor, *, with_csv: bool) -> Taken:
    """Let the worker write such an archive; it can be fetched for a week."""
    require(actor, Capability.LOOK_AFTER)
    with transaction.atomic():
        taken = Taken.objects.create(
            token=token_urlsafe(24),
            with_csv=with_csv,
            actor=actor.actor_id,
            expires=timezone.now() + KEPT,
        )
        jobs.enqueue(actor, TAKE_JOB, {"taken": taken.pk, "language": get_language() or "en"})
    return taken


def work(payload: dict[str, Any], progress: Progress) -> None:
    """The worker's part; what a killed worker left is written anew."""
    taken = Taken.objects.filter(pk=payload["taken"], removed=None).first()
    if taken is None:
        return
    file = file_of(taken)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    file.unlink(missing_ok=True)
    taken.rows = take_along(WORKER, file, with_csv=taken.with_csv, progress=progress)
    taken.size = file.stat().st_size
    taken.save(update_fields=["rows", "size"])


def fetched(actor: Actor, taken: Taken) -> Path:
    """The file somebody is about to take along."""
    require(actor, Capability.LOOK_AFTER)
    audit.record(actor, "fetch export", f"safekeeping.taken:{taken.pk}")
    return file_of(taken)


def remove_export(actor: Actor, taken: Taken) -> Taken:
    """Delete an export before it expires."""
    require(actor, Capability.LOOK_AFTER)
    _remove(taken)
    audit.record(actor, "remove export", f"safekeeping.taken:{taken.pk}")
    return taken


def remove_expired() -> bool:
    """Delete what has expired. Says whether there was anything."""
    old = list(Taken.objects.filter(removed=None, expires__lt=timezone.now()))
    for taken in old:
        _remove(taken)
    return bool(old)


def remove_all() -> None:
    """Delete all exports: somebody who is in them was erased."""
    for taken in Taken.objects.filter(removed=None):
        _remove(taken)


def file_of(taken: Taken) -> Path:
    """Where an export lies."""
    return current_home().path / FOLDER / f"{taken.token}.zip"


def _remove(taken: Taken) -> None:
    file_of(taken).unlink(missing_ok=True)
    taken.removed = timezone.now()
    taken.save(update_fields=["removed"])


def _write(archive: Path, *, with_csv: bool, progress: Progress) -> dict[str, int]:
    home = current_home()
    refuse_full(archive.parent, size_of(home.lake) * (3 if with_csv else 1))
    refuse_full(home.staging, size_of(home.lake))
    draft, rows = archive.with_name(f"{archive.name}.new"), dict[str, int]()
    try:
        with refuse_unwritable(), TemporaryDirectory(dir=home.staging) as folder:
            with ZipFile(draft, "w", allowZip64=True) as out:
                members = list(_members(out, Path(folder), rows, progress, with_csv=with_csv))
                state = published()
                about = {
                    "software": f"Leitstern {VERSION}",
                    "written": timezone.now().isoformat(),
                    "as_of": state.as_of.isoformat() if state else None,
                    "snapshot": state.snapshot.pk if state else None,
                    "rows": rows,
                    "files": [asdict(member) for member in members],
                }
                out.writestr("README.md", readme(rows))
                out.writestr("manifest.json", json.dumps(about, indent=1))
            draft.chmod(0o600)
            durable.sync(draft)
            draft.rename(archive)
            durable.sync(archive.parent)
    finally:
        draft.unlink(missing_ok=True)
    return rows


def _members(
    out: ZipFile, folder: Path, rows: dict[str, int], progress: Progress, *, with_csv: bool
) -> Iterator[Member]:
    state, files = published(), [*_tables(), *_texts()]
    steps = (len(LAKE) if state else 0) + len(files)
    done = 0
    if state:
        with state.reader() as reader:
            for name in LAKE:
                progress(done / steps, WRITING.fill(name=name))
                for file in _lake(reader, name, folder, rows, with_csv=with_csv):
                    yield add(out, file, f"lake/{file.name}")
                    file.unlink()
                done += 1
    for name, lines in files:
        progress(done / steps, WRITING.fill(name=name))
        file = folder / "part"
        with file.open("w", encoding="utf-8") as into:
            count = 0
            for line in lines:
                into.write(line)
                count += 1
        if name.endswith(".jsonl"):
            rows[name] = count
        yield add(out, file, name)
        done += 1
    for name, proof in _proofs():
        yield add(out, proof, name)


def _lake(reader: Reader, name: str, folder: Path, rows: dict[str, int], *, with_csv: bool) -> Iterator[Path]:
    import pyarrow.parquet as pq

    parquet, table, count = folder / f"{name}.parquet", folder / f"{name}.csv", 0
    schema = LAKE[name]
    with (
        pq.ParquetWriter(parquet, schema, compression="zstd") as writer,
        table.open("w", encoding="utf-8") as text,
    ):
        lines = csv.writer(text)
        lines.writerow(schema.names)
        for batch in reader.batches(reader.table(name)):
            fitting = _fitting(batch, schema)
            writer.write_batch(fitting)
            count += fitting.num_rows
            if with_csv:
                lines.writerows([neutral(cell) for cell in row.values()] for row in fitting.to_pylist())
    rows[f"lake/{parquet.name}"] = count
    yield parquet
    if with_csv:
        rows[f"lake/{table.name}"] = count
        yield table
    else:
        table.unlink()


def _fitting(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    return batch.cast(schema)


def _tables() -> Iterator[tuple[str, Iterator[str]]]:
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label_lower
        if leaves(label):
            yield f"tables/{label}.jsonl", _rows(model)
    yield "lake/terms.jsonl", _terms()
    yield "lake/sources.jsonl", _sources()


def _rows(model: type[Model]) -> Iterator[str]:
    stays = WITHOUT.get(model._meta.label_lower, frozenset())
    names = [field.attname for field in model._meta.concrete_fields if field.attname not in stays]
    for row in model._default_manager.order_by("pk").values(*names).iterator():
        yield _line(row)


def _terms() -> Iterator[str]:
    """What codes of the lake mean; a touchpoint's letter is how it stands in the path of a journey."""
    taxonomy = current_taxonomy()
    for kind in TERMS if taxonomy else ():
        for term in taxonomy.terms(kind) if taxonomy else ():
            letter = {"letter": chr(PATH_BASE + term.code)} if kind == "touchpoint" else {}
            yield _line(
                {"kind": kind, "code": term.code, "slug": term.slug, "de": term.name.de, "en": term.name.en}
                | letter
            )
    for term in taxonomy.retired if taxonomy else ():
        yield _line(
            {"kind": term.kind, "code": term.code, "slug": term.slug, "de": term.name.de, "en": term.name.en}
            | {"retired": True}
        )


def _sources() -> Iterator[str]:
    """What the numbers of sources mean, import by import."""
    for run in Import.objects.order_by("pk").iterator():
        for number, name in source_names(run).items():
            yield _line({"import_id": run.pk, "source": number, "name": name})


def _texts() -> Iterator[tuple[str, Iterator[str]]]:
    for version in TaxonomyVersion.objects.order_by("pk"):
        yield f"taxonomy/version-{version.pk}.yaml", iter([version.content])
    if taxonomy := current_taxonomy():
        yield "taxonomy/current.yaml", iter([write_taxonomy(taxonomy)])
    for run in Import.objects.exclude(mapping="").order_by("pk").iterator():
        yield f"mappings/import-{run.pk}.yaml", iter([run.mapping])


def _proofs() -> Iterator[tuple[str, Path]]:
    """The files of proofs that are still there; `tables/evidence.attachment.jsonl` says by `id` what each is called."""
    kept = apps.get_model("evidence.attachment")._default_manager.order_by("pk")
    for number, token, ending in kept.values_list("pk", "token", "ending"):
        file = current_home().path / PROOFS / token
        if file.exists():
            yield f"proofs/{number}.{ending}", file


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n"
