"""The model version in service, exchanged without a restart when training writes a new one."""

import threading
from logging import Logger
from pathlib import Path

from . import store
from .contract import Trained
from .drift import DriftWindow
from .errors import BadInput


class ModelHolder:
    """Follows the pointer file of one model. Looking costs one stat call; a broken new version leaves the old one in service."""

    def __init__(self, processed_dir: Path, name: str, log: Logger):
        self.name = name
        self.reason = ""
        self._processed_dir = processed_dir
        self._log = log
        self._lock = threading.Lock()
        self._seen: tuple | None = None
        self._trained: Trained | None = None
        self._drift: DriftWindow | None = None

    def current(self) -> Trained | None:
        """The version to answer with, or None, and then `reason` says why."""
        with self._lock:
            stamp = self._stamp()
            if stamp != self._seen or self._trained is None and stamp is not None:
                self._load()
                self._seen = stamp
            elif stamp is None and self._trained is None:
                self.reason = "There is no trained model yet. Run the training job."
            return self._trained

    def observe(self, rows) -> None:
        """Takes a table of valid input rows into the drift window."""
        with self._lock:
            if self._drift is not None:
                self._drift.add(rows)

    def drift(self) -> tuple[int, dict[str, float]]:
        """Rows in the drift window, and the index by feature."""
        with self._lock:
            return (self._drift.rows(), self._drift.psi()) if self._drift else (0, {})

    def _stamp(self) -> tuple | None:
        try:
            status = store.current_file(self._processed_dir, self.name).stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_ino, status.st_size

    def _load(self) -> None:
        try:
            trained = store.load_model(self._processed_dir, self.name)
        except BadInput as error:
            self._refuse(error.message)
        except Exception as error:  # a pickle may raise anything, and must not take the running version down
            self._refuse(f"The trained model cannot be loaded ({type(error).__name__}: {error}). Run the training job again.")
        else:
            self._trained, self._drift, self.reason = trained, DriftWindow(trained.card["drift"]), ""
            self._log.info("model loaded", extra={"data": {"event": "model", "name": self.name, "version": trained.card["version"]}})

    def _refuse(self, reason: str) -> None:
        self.reason = reason
        kept = self._trained.card["version"] if self._trained else None
        self._log.error(reason, extra={"data": {"event": "model", "name": self.name, "stillServing": kept}})
