"""The environment, read once per process."""

import os
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    raw_dir: Path
    processed_dir: Path
    result_file: Path
    run_id: str
    model_module: str
    host: str
    port: int
    root_path: str
    database_url: str


def read_settings(env=os.environ) -> Settings:
    """Settings from the environment; every one has a default that is right inside the image."""
    now = datetime.now(timezone.utc)
    return Settings(
        raw_dir=Path(env.get("JALON_RAW_DIR", "/data/raw")),
        processed_dir=Path(env.get("JALON_PROCESSED_DIR", "/data/processed")),
        result_file=Path(env.get("JALON_RESULT", "/jalon/result.json")),
        run_id=env.get("JALON_RUN_ID") or now.strftime("manual-%Y%m%dT%H%M%S%fZ"),
        model_module=env.get("JALON_MODEL_MODULE", "model"),
        host=env.get("HOST", "0.0.0.0"),
        port=int(env.get("PORT", "8000")),
        root_path=env.get("ROOT_PATH", "").rstrip("/"),
        database_url=env.get("DATABASE_URL", ""),
    )
