"""What passes between the template and model.py."""

from dataclasses import dataclass, field
from datetime import datetime
from logging import Logger
from pathlib import Path
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Job:
    """The run that train() or score() belongs to. `now` is the run's one idea of the time, in UTC."""

    run_id: str
    raw_dir: Path
    processed_dir: Path
    database_url: str
    now: datetime
    log: Logger


@dataclass(frozen=True)
class Kpi:
    """One measured value of a KPI: `key` is the KPI's key in its use case."""

    key: str
    value: float
    unit: str


@dataclass
class Training:
    """What train() returns.

    `inputs` are the training rows as a caller of /predict would send them: the input schema and the
    drift baseline are drawn from them. `fields` adds JSON Schema keywords (title, description, minimum,
    maximum) by input name; `outputs` are the JSON Schema properties of one prediction.
    """

    model: Any
    inputs: pd.DataFrame
    outputs: dict[str, dict]
    training_file: Path
    training_rows: int
    summary: str
    metrics: dict[str, float]
    fields: dict[str, dict] = field(default_factory=dict)
    report: dict = field(default_factory=dict)
    predictions: pd.DataFrame | None = None
    kpis: list[Kpi] = field(default_factory=list)


@dataclass
class Scoring:
    """What score() returns; `files` are those it wrote to the processed volume."""

    summary: str
    metrics: dict[str, float] = field(default_factory=dict)
    report: dict = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    kpis: list[Kpi] = field(default_factory=list)


@dataclass(frozen=True)
class Trained:
    """A stored model version: the object train() returned, and its card (name, version, schemas, metrics…)."""

    model: Any
    card: dict
