"""Runs train() or score() of model.py under the job protocol (docker/README.md)."""

import importlib
import signal
import sys
from datetime import datetime, timezone
from logging import Logger
from types import ModuleType

from . import drift, store
from .contract import Job, Kpi, Trained, Training
from .errors import BadInput, JobFailed
from .schema import input_schema, output_schema
from .settings import Settings
from .tables import file_sha256

CANCELLED = 128 + signal.SIGTERM


class Cancelled(JobFailed):
    """The engine asked the container to stop."""

    exit_code = CANCELLED


def run_job(kind: str, settings: Settings, log: Logger) -> int:
    """Runs the job, writes its result file and last log line. Returns the exit code."""
    # As process 1 of a container, a process that does not ask for SIGTERM never gets it.
    signal.signal(signal.SIGTERM, _cancel)
    job = Job(settings.run_id, settings.raw_dir, settings.processed_dir, settings.database_url, datetime.now(timezone.utc), log)
    code, result = 0, {}
    try:
        model = importlib.import_module(settings.model_module)
        if not hasattr(model, kind):
            raise BadInput("NOT_A_JOB", f"model.py has no function {kind}(). Write it, or do not run this job.")
        result = _train(model, job) if kind == "train" else _score(model, job)
    except JobFailed as error:
        code, result = error.exit_code, {"error": {"code": error.code, "message": error.message}}
    except Exception as error:  # whatever model.py raises must reach the person who runs it
        log.exception("job failed", extra={"data": {"event": "exception"}})
        code, result = 1, {"error": {"code": "JOB_FAILED", "message": f"{type(error).__name__}: {error}. The lines above say where."}}
    try:
        store.write_json(settings.result_file, result)
    except (OSError, ValueError) as error:
        code = code or 1
        log.error(f"the result cannot be written to {settings.result_file}: {error}")
    message = result["error"]["message"] if code and "error" in result else result.get("summary", "job failed")
    log.log(40 if code else 20, message, extra={"data": {"event": "result", "job": kind, "runId": job.run_id, "exitCode": code, "result": result}})
    return code


def _cancel(_signal, _frame):
    raise Cancelled("CANCELLED", "The job was stopped before it finished. What it had written before stays; run it again.")


def _train(model: ModuleType, job: Job) -> dict:
    training: Training = model.train(job)
    trained_at = _utc(job.now)
    data = {
        "file": training.training_file.name,
        "sha256": file_sha256(training.training_file),
        "rows": training.training_rows,
    }
    card = {
        "name": model.NAME,
        "version": job.now.strftime("%Y%m%dT%H%M%S") + f"{job.now.microsecond // 1000:03d}Z",
        "trainedAt": trained_at,
        "trainingData": data,
        "metrics": training.metrics,
        "input": input_schema(training.inputs, training.fields, f"{model.NAME} input"),
        "output": output_schema(training.outputs, f"{model.NAME} output"),
        "drift": drift.baseline(training.inputs),
        "python": sys.version.split()[0],
    }
    artifacts = []
    if training.predictions is not None:
        store.write_csv(job.processed_dir / "predictions.csv", training.predictions)
        artifacts.append(str(job.processed_dir / "predictions.csv"))
    report = {"model": card["name"], "version": card["version"], "metrics": training.metrics, "report": training.report}
    store.write_json(job.processed_dir / "metrics.json", report)
    path, sha256 = store.save_model(job.processed_dir, Trained(training.model, card))
    artifacts += [str(job.processed_dir / "metrics.json"), str(path)]
    return {
        "summary": training.summary,
        "metrics": training.metrics,
        "report": training.report,
        "model": {"name": card["name"], "version": card["version"], "artifact": str(path), "sha256": sha256, "trainingData": data},
        "kpis": _kpis(job, training.kpis),
        "artifacts": artifacts,
    }


def _score(model: ModuleType, job: Job) -> dict:
    scoring = model.score(job, store.load_model(job.processed_dir, model.NAME))
    return {
        "summary": scoring.summary,
        "metrics": scoring.metrics,
        "report": scoring.report,
        "kpis": _kpis(job, scoring.kpis),
        "artifacts": [str(path) for path in scoring.files],
    }


def _kpis(job: Job, kpis: list[Kpi]) -> list[dict]:
    values = [{"key": k.key, "value": float(k.value), "at": _utc(job.now), "unit": k.unit} for k in kpis]
    store.save_kpis(job.processed_dir, values)
    return values


def _utc(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
