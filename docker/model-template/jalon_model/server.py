"""The HTTP side of the model contract."""

import importlib
from logging import Logger
from types import ModuleType

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from starlette.concurrency import run_in_threadpool

from . import infer
from .edge import Edge
from .holder import ModelHolder
from .metrics import Metrics
from .predicting import Refused, parse_json, predict_rows, ready_model
from .settings import Settings


def serve(settings: Settings, log: Logger) -> None:
    """Serves until the process is told to stop."""
    app = create_app(importlib.import_module(settings.model_module), settings, log)
    log.info("listening", extra={"data": {"event": "listening", "host": settings.host, "port": settings.port}})
    # Idle connections outlive those of the proxies in front, which would otherwise send into one that is being closed.
    options = {"log_config": None, "log_level": "warning", "access_log": False, "timeout_keep_alive": 75}
    uvicorn.run(app, host=settings.host, port=settings.port, **options)


def create_app(module: ModuleType, settings: Settings, log: Logger) -> Edge:
    """The application around a module with NAME and predict()."""
    holder = ModelHolder(settings.processed_dir, module.NAME, log)
    metrics = Metrics(holder, settings.processed_dir)
    api = FastAPI(title=module.NAME, openapi_url=None)
    _add_contract(api, module, holder, metrics)
    _add_open_inference(api, module, holder, metrics)
    holder.current()
    return Edge(api, settings.root_path, metrics, log)


def _add_contract(api: FastAPI, module: ModuleType, holder: ModelHolder, metrics: Metrics) -> None:
    @api.get("/")
    async def index(request: Request):
        prefix = request.scope.get("root_path", "")
        return {"model": module.NAME, "paths": [f"{prefix}/{p}" for p in ("health", "schema", "predict", "metrics", "v2")]}

    @api.get("/health")
    def health():
        trained = holder.current()
        if trained is None:
            return JSONResponse({"status": "not-ready", "reason": holder.reason}, 503)
        card = trained.card
        return {"status": "ready", "model": {"name": card["name"], "version": card["version"], "trainedAt": card["trainedAt"]}}

    @api.get("/schema")
    def schema():
        card = ready_model(holder).card
        return {"input": card["input"], "output": card["output"]}

    @api.get("/metrics")
    def scrape():
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    @api.post("/predict")
    async def predict(request: Request):
        body = parse_json(await request.body())
        batch = isinstance(body, dict) and set(body) == {"instances"}
        if batch and not isinstance(body["instances"], list):
            raise Refused(422, "INVALID_INPUT", "instances must be a list.", [{"field": "instances", "message": "must be a list"}])

        def answer():
            trained = ready_model(holder)
            results = predict_rows(module, holder, trained, body["instances"] if batch else [body], batch)
            return trained.card["version"], results

        version, results = await run_in_threadpool(answer)
        metrics.predictions.inc(len(results))
        return JSONResponse({"predictions": results} if batch else results[0], headers={"X-Model-Version": version})


def _add_open_inference(api: FastAPI, module: ModuleType, holder: ModelHolder, metrics: Metrics) -> None:
    def known(name: str, version: str | None = None):
        if name != module.NAME:
            raise Refused(404, "NOT_FOUND", f"There is no model {name} here; this is {module.NAME}.")
        trained = ready_model(holder)
        if version is not None and version != trained.card["version"]:
            raise Refused(404, "NOT_FOUND", f"Version {version} is not in service; {trained.card['version']} is.")
        return trained

    @api.get("/v2")
    async def server():
        return {"name": "jalon_model", "version": "1", "extensions": []}

    @api.get("/v2/health/live")
    async def live():
        return {"live": True}

    @api.get("/v2/health/ready")
    def ready():
        is_ready = holder.current() is not None
        return JSONResponse({"ready": is_ready}, 200 if is_ready else 503)

    @api.get("/v2/models/{name}")
    @api.get("/v2/models/{name}/versions/{version}")
    def describe(name: str, version: str | None = None):
        return infer.metadata(name, known(name, version).card)

    @api.get("/v2/models/{name}/ready")
    @api.get("/v2/models/{name}/versions/{version}/ready")
    def model_ready(name: str, version: str | None = None):
        return {"name": name, "ready": bool(known(name, version))}

    @api.post("/v2/models/{name}/infer")
    @api.post("/v2/models/{name}/versions/{version}/infer")
    async def run(request: Request, name: str, version: str | None = None):
        body = parse_json(await request.body())

        def answer():
            trained = known(name, version)
            results = predict_rows(module, holder, trained, infer.rows_of(body), batch=True)
            return results, infer.response(name, trained.card, body, results)

        results, response = await run_in_threadpool(answer)
        metrics.predictions.inc(len(results))
        return response
