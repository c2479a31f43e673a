"""The contact lake: facts as they came in, transitions and journeys derived from them, never half of anything.

Every change first writes and syncs all its files, then commits table by table; what fails before the first commit
leaves the lake as it was. The Delta transaction `import-<id>` in the log of `contacts` decides what a crash between
the commits means: odd = the import is in; even or none = it is not, and what the other tables hold of it goes. That
is why contacts are committed after feedback and promises when an import comes in, and before them when it goes.
Versions stay readable until `release`.
"""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol

from leitstern.core.errors import Conflict, Damaged
from leitstern.core.tables.lake import DERIVED, FACTS, LAKE
from leitstern.core.texts import Text
from leitstern.store import changes, derive, dirty, durable, log, renew, staged, whereabouts
from leitstern.store.engine import clear_spill, connect, rows
from leitstern.store.held import line, loading
from leitstern.store.layout import USUAL, Layout, Stored, may_hold
from leitstern.store.lock import exclusive
from leitstern.store.reader import Versions
from leitstern.store.seen import Seen
from leitstern.store.settings import Settings
from leitstern.store.space import refuse_unwritable
from leitstern.store.table import Change, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import duckdb

    from leitstern.store.home import Home


class Progress(Protocol):
    """Told how far long work is (0–1) and what it is doing."""

    def __call__(self, share: float, step: Text) -> None:
        """Called every now and then."""


class Lake:
    """The lake of one home. Any number of processes may read; writers wait for each other, then raise Conflict."""

    def __init__(self, home: Home, layout: Layout = USUAL) -> None:
        self._home = home
        self._tables = {name: Table(home.lake / name, schema, layout) for name, schema in LAKE.items()}
        self._seen = Seen(home.lake / "seen", layout.most_runs)
        self._settings = home.lake / "settings.json"
        if not self._seen.folder.exists():
            with self._writing():
                self._create()

    def versions(self) -> Versions:
        """The newest versions: what to publish after a change."""
        return Versions(**{name: int(table.open().version()) for name, table in self._tables.items()})

    def drop_duplicates(self, con: duckdb.DuckDBPyConnection) -> dict[tuple[str, int], int]:
        """Remove staged rows that were ever stored, or come twice (the lowest seq stays).

        Gives how many were removed per (table, source). See `staged` for what must stand in `con`.
        """
        with self._writing():
            self._settle(con)
            return staged.drop_duplicates(con, self._seen)

    def contested(self, con: duckdb.DuckDBPyConnection) -> int:
        """How many of the staged journeys belong to somebody else according to another source: two systems that number
        their cases alike. All contacts of a journey are told as one person's, whoever came first.
        """
        return staged.contested(con, self._tables["contacts"].files())

    def append(
        self,
        con: duckdb.DuckDBPyConnection,
        import_id: int,
        journey_gap_days: int,
        time_zone: str,
        progress: Progress | None = None,
    ) -> Versions:
        """Store what is staged in `con` after `drop_duplicates`, and derive what follows. It is not staged any more then.

        An import that is in already changes nothing. Raises Conflict if another import came in since duplicates were
        dropped or if the lake's local dates are in another `time_zone`; NoSpace. Then nothing has changed.
        """
        settings = Settings(journey_gap_days, time_zone)
        with self._writing():
            self._settle(con)
            if self._has(import_id):
                staged.clear(con)
                self._derive(con, settings)
            else:
                self._take_in(con, import_id, settings, progress or _silent)
            return self.versions()

    def purge(self, import_id: int) -> Versions:
        """Remove everything one import brought; the same file may then come in again."""
        return self._remove(f"import_id = {int(import_id)}", partial(_of_import, import_id), import_id)

    def erase(self, entity_ids: Iterable[int]) -> Versions:
        """Remove all rows of these people. What was erased does not come back with the next file.

        Their bytes are gone once the new versions are published and the old ones released. After a crash, call again.
        """
        people = [int(entity_id) for entity_id in entity_ids]
        wanted = ", ".join(map(str, people))
        if not wanted:
            return self.versions()
        return self._remove(f"entity_id IN ({wanted})", lambda file: may_hold(file.path, people))

    def rebuild(self, journey_gap_days: int) -> Versions:
        """Derive transitions and journeys from contacts once more, with journeys breaking at this gap."""
        with self._writing(), closing(connect(self._home)) as con:
            self._settle(con)
            if settings := Settings.load(self._settings):
                self._derive(con, Settings(journey_gap_days, settings.time_zone))
            return self.versions()

    def derive_again(self) -> Versions:
        """Derive transitions and journeys from contacts once more, even if there is no reason to."""
        with self._writing(), closing(connect(self._home)) as con:
            self._settle(con)
            if settings := Settings.load(self._settings):
                with self._drafting():
                    derived = self._derived_anew(con, {}, settings)
                self._commit({}, derived, settings)
            return self.versions()

    def release(self, keep: Iterable[Versions] = ()) -> None:
        """Delete every file that neither the newest versions nor those in `keep` name, and condense old logs.

        Call it after publishing, keeping whatever readers may still have open.
        """
        loading.forget()
        line.forget()
        with self._writing():
            kept = [self.versions(), *keep]
            for name, table in self._tables.items():
                numbers = {getattr(versions, name) for versions in kept}
                named = {path for number in numbers for path in table.files(number)}
                for path in set(table.folder.glob("*.parquet")) - named:
                    path.unlink()
                durable.sync(table.folder)
                log.trim(table, min(numbers))
        whereabouts.forget()

    def verify(self) -> Versions:
        """Mend what a crash or a power cut left behind. Call it on start, before anything else is done with the lake.

        Raises Damaged if a file is missing that was safely stored: then only a backup helps.
        """
        with self._writing(), closing(connect(self._home)) as con:
            clear_spill(self._home)
            self._seen.tidy()
            for table in self._tables.values():
                log.repair(table)
            self._create()
            damaged = [path for table in self._tables.values() for path in table.damaged()]
            if damaged:
                raise Damaged(_DAMAGED.fill(path=damaged[0], count=len(damaged)))
            self._settle(con)
            return self.versions()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with refuse_unwritable(), exclusive(self._home.lake / "lock"), ExitStack() as writing:
            for table in self._tables.values():
                writing.enter_context(table.alone())
            yield

    def _create(self) -> None:
        for table in self._tables.values():
            table.create()
        self._seen.create()

    def _has(self, import_id: int) -> bool:
        return self._times(import_id) % 2 == 1

    def _times(self, import_id: int) -> int:
        return self._tables["contacts"].transactions([_mark(import_id)])[_mark(import_id)] or 0

    def _settle(self, con: duckdb.DuckDBPyConnection) -> None:
        """Finish what was interrupted: imports are in or out, and what is derived agrees with its facts."""
        for import_id in self._seen.pending():
            if self._has(import_id):
                self._seen.settle(import_id)
                continue
            for name in ("feedback", "promises"):
                table, condition = self._tables[name], f"import_id = {import_id}"
                held = changes.holding(con, table, condition, partial(_of_import, import_id))
                if change := changes.without(con, table, held, condition):
                    table.commit(change)
            self._seen.forget(import_id)
        if settings := Settings.load(self._settings):
            self._derive(con, settings)

    def _take_in(
        self, con: duckdb.DuckDBPyConnection, import_id: int, settings: Settings, progress: Progress
    ) -> None:
        self._check_zone(settings.time_zone)
        first_seq = max(self._tables[name].next_seq() for name in FACTS)
        with self._drafting():
            progress(0.0, _STORING)
            self._seen.write(import_id, *staged.hashes(con, self._seen))
            staged.forget_hashes(con)
            changed, coming = {}, {}
            for name in ("promises", "feedback", "contacts"):
                table = self._tables[name]
                coming[name] = changes.arrived(table, f"staged_{name}", import_id, first_seq)
                changed[name] = changes.with_staged(con, self._home, table, f"staged_{name}", coming[name])
            much = self._much(con, "staged_contacts")
            if not much:
                dirty.arrived(con, coming["contacts"], coming["promises"])
                dirty.nothing(con, dirty.GONE)
            staged.clear(con)
            progress(0.4, _DERIVING)
            derived = self._derived(con, changed, settings, much=much)
            progress(0.9, _COMMITTING)
        changed["contacts"].transactions[_mark(import_id)] = self._times(import_id) + 1
        settings.save(self._settings)
        self._commit(changed, derived, settings)
        self._seen.settle(import_id)
        self._seen.merge()

    def _remove(
        self, condition: str, may_hold: Callable[[Stored], bool], import_id: int | None = None
    ) -> Versions:
        """Remove rows from all facts; with `import_id` the import itself goes."""
        with self._writing(), closing(connect(self._home)) as con:
            self._settle(con)
            settings = Settings.load(self._settings)
            if settings is None or (import_id is not None and not self._has(import_id)):
                return self.versions()
            with self._drafting():
                changed = {}
                for name in ("contacts", "feedback", "promises"):
                    held = changes.holding(con, self._tables[name], condition, may_hold)
                    rows(
                        con,
                        f"CREATE TEMP TABLE gone_{name} AS {changes.these(self._tables[name], held, condition)}",
                    )
                    changed[name] = changes.without(con, self._tables[name], held, condition)
                dirty.nothing(con, dirty.ARRIVED)
                much = self._much(con, "gone_contacts")
                derived = self._derived(con, changed, settings, much=much)
            if import_id is not None:
                changed["contacts"].transactions[_mark(import_id)] = self._times(import_id) + 1
                self._seen.suspend(import_id)
            self._commit(changed, derived, settings)
            if import_id is not None:
                self._seen.forget(import_id)
            return self.versions()

    def _derive(self, con: duckdb.DuckDBPyConnection, settings: Settings) -> None:
        """Derive anew unless what is there was derived from the newest facts, with these settings and rules."""
        basis = self._basis(settings)
        if any(self._tables[name].transactions(basis) != basis for name in DERIVED):
            with self._drafting():
                derived = self._derived_anew(con, {}, settings)
            settings.save(self._settings)
            self._commit({}, derived, settings)

    def _derived(
        self, con: duckdb.DuckDBPyConnection, changed: dict[str, Change], settings: Settings, *, much: bool
    ) -> dict[str, Change]:
        """The changes of the derived tables that follow from those of the facts; all anew if these are `much`."""
        moved = any(changed[name].add or changed[name].remove for name in ("contacts", "promises"))
        if not moved and settings == Settings.load(self._settings):
            return {name: Change() for name in DERIVED}
        renewed = None
        if settings == Settings.load(self._settings) and not much:
            into = self._tables["transitions"], self._tables["journeys"]
            files = self._files_after(changed)
            renewed = renew.write(con, into, files["contacts"], files["promises"], settings.journey_gap_days)
        return renewed or self._derived_anew(con, changed, settings)

    def _much(self, con: duckdb.DuckDBPyConnection, changed: str) -> bool:
        """Whether so many contacts changed that deriving all is less work."""
        [(count,)] = rows(con, f"FROM {changed} SELECT count(*)")
        table = self._tables["contacts"]
        return bool(count > table.layout.anew_from * sum(each.rows for each in table.stored()))

    def _files_after(self, changed: dict[str, Change]) -> dict[str, list[Path]]:
        return {
            name: self._tables[name].files_after(changed.get(name, Change()))
            for name in ("contacts", "promises")
        }

    def _derived_anew(
        self, con: duckdb.DuckDBPyConnection, changed: dict[str, Change], settings: Settings
    ) -> dict[str, Change]:
        files = self._files_after(changed)
        transitions, journeys = self._tables["transitions"], self._tables["journeys"]
        steps, paths = derive.write(
            con, (transitions, journeys), files["contacts"], files["promises"], settings.journey_gap_days
        )
        return {
            "transitions": changes.of(steps, transitions.files()),
            "journeys": changes.of(paths, journeys.files()),
        }

    def _commit(self, changed: dict[str, Change], derived: dict[str, Change], settings: Settings) -> None:
        for name, change in changed.items():
            if change:
                self._tables[name].commit(change)
        basis = self._basis(settings)
        for name, change in derived.items():
            self._tables[name].commit(Change(change.add, change.remove, basis))

    def _basis(self, settings: Settings) -> dict[str, int]:
        """What derived tables state in their log that they were derived from."""
        facts = {name: int(self._tables[name].open().version()) for name in ("contacts", "promises")}
        return facts | {"journey_gap_days": settings.journey_gap_days, "rules": derive.RULES}

    def _check_zone(self, time_zone: str) -> None:
        settings = Settings.load(self._settings)
        if settings and settings.time_zone != time_zone and any(self._tables[name].files() for name in FACTS):
            raise Conflict(_OTHER_ZONE.fill(ours=settings.time_zone, theirs=time_zone))

    @contextmanager
    def _drafting(self) -> Iterator[None]:
        with changes.drafting([self._seen.folder, *(table.folder for table in self._tables.values())]):
            yield


def _of_import(import_id: int, file: Stored) -> bool:
    """Whether a file may hold rows of an import."""
    return file.imports is None or file.imports[0] <= import_id <= file.imports[1]


def _mark(import_id: int) -> str:
    return f"import-{int(import_id)}"


def _silent(share: float, step: Text) -> None:
    """Nobody is watching."""


_STORING = Text(en="Sorting", de="Wird sortiert")
_DERIVING = Text(en="Working out journeys", de="Reisen werden zusammengesetzt")
_COMMITTING = Text(en="Saving", de="Wird gespeichert")
_OTHER_ZONE = Text(
    en="The dates stored so far are in the time zone {ours}, these are in {theirs}: days and hours would not be "
    "comparable. Nothing was changed. Set the time zone of the taxonomy to {ours}, or take the earlier imports out first.",
    de="Die gespeicherten Tage gelten in der Zeitzone {ours}, diese in {theirs}: Tage und Stunden wären nicht "
    "vergleichbar. Es wurde nichts geändert. Stellen Sie die Taxonomie auf {ours}, oder nehmen Sie zuerst die früheren "
    "Importe zurück.",
)
_DAMAGED = Text(
    en="{count} stored files are missing or cut short, first {path}. Nothing was changed. Restore the home from a backup.",
    de="{count} gespeicherte Dateien fehlen oder sind abgeschnitten, zuerst {path}. Es wurde nichts geändert. Stellen Sie "
    "das Verzeichnis aus einer Sicherung wieder her.",
)
