"""Model versions, KPI values and files in the processed volume. Every file is renamed into place, so a reader never sees half of one."""

import json
import os
from pathlib import Path

import joblib
import pandas as pd

from .contract import Trained
from .errors import BadInput
from .tables import file_sha256

KEPT_VERSIONS = 10


def write_whole(path: Path, write) -> None:
    """Calls write(temporary path) and renames the outcome to `path`, for other users of the volume to read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(temporary)
        temporary.chmod(0o644)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_json(path: Path, value) -> None:
    """Writes strict JSON: NaN and infinity are errors."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    write_whole(path, lambda temporary: temporary.write_text(text, "utf-8"))


def write_csv(path: Path, frame: pd.DataFrame) -> None:
    """Writes a table without its index."""
    write_whole(path, lambda temporary: frame.to_csv(temporary, index=False))


def current_file(processed_dir: Path, name: str) -> Path:
    """The pointer to a model's current version; its modification is what the server watches."""
    return processed_dir / "models" / name / "current.json"


def save_model(processed_dir: Path, trained: Trained) -> tuple[Path, str]:
    """Stores a version and makes it current. Returns its file and SHA-256."""
    card = trained.card
    pointer = current_file(processed_dir, card["name"])
    path = pointer.with_name(f"{card['version']}.joblib")
    write_whole(path, lambda temporary: joblib.dump({"model": trained.model, "card": card}, temporary, compress=3))
    sha256 = file_sha256(path)
    write_json(
        pointer,
        {"name": card["name"], "version": card["version"], "file": path.name, "sha256": sha256, "trainedAt": card["trainedAt"]},
    )
    versions = sorted(pointer.parent.glob("*.joblib"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in versions[KEPT_VERSIONS:]:
        if old != path:
            old.unlink()
    return path, sha256


def load_model(processed_dir: Path, name: str) -> Trained:
    """The current version. BadInput where there is none or its file is not the one that was written."""
    pointer = current_file(processed_dir, name)
    try:
        entry = json.loads(pointer.read_text("utf-8"))
    except FileNotFoundError:
        raise BadInput("MODEL_MISSING", "There is no trained model yet. Run the training job.") from None
    path = pointer.with_name(entry["file"])
    # The file is unpickled, which runs what is in it: only the bytes that training wrote are taken.
    if not path.is_file() or file_sha256(path) != entry["sha256"]:
        raise BadInput("MODEL_DAMAGED", f"{path} is missing or is not the file that training wrote. Run the training job again.")
    bundle = joblib.load(path)
    return Trained(model=bundle["model"], card=bundle["card"])


def save_kpis(processed_dir: Path, kpis: list[dict]) -> None:
    """Keeps the last value of each KPI by key, for /metrics."""
    if kpis:
        write_json(processed_dir / "kpis.json", {**load_kpis(processed_dir), **{k["key"]: k for k in kpis}})


def load_kpis(processed_dir: Path) -> dict[str, dict]:
    """Last value of each KPI by key."""
    try:
        return json.loads((processed_dir / "kpis.json").read_text("utf-8"))
    except FileNotFoundError:
        return {}
