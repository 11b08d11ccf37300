"""Around every request: the path prefix, a size limit, errors as JSON, a log line and the counters."""

import asyncio
import re
from logging import Logger
from time import perf_counter

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from .metrics import Metrics
from .predicting import Refused

MAX_BODY = 10 * 1024 * 1024
MAX_DISCARDED = 50 * 1024 * 1024
DISCARD_SECONDS = 10
PATHS = {"/", "/health", "/schema", "/predict", "/metrics", "/v2", "/v2/health/live", "/v2/health/ready"}
QUIET = {"/health", "/metrics", "/v2/health/live", "/v2/health/ready"}
PREFIX = re.compile(r"^(/[A-Za-z0-9._~-]+)+$")


class Edge:
    """ASGI application that wraps the routes."""

    def __init__(self, api: FastAPI, root_path: str, metrics: Metrics, log: Logger):
        self._api, self._root_path, self._metrics, self._log = api, root_path, metrics, log
        api.add_exception_handler(Refused, self._refused)
        api.add_exception_handler(HTTPException, self._http_error)
        api.add_exception_handler(Exception, self._failed)

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self._api(scope, receive, send)
        started, status = perf_counter(), 500
        scope["root_path"] = self._prefix(scope)

        async def remember(message):
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._api(scope, _limited(receive), remember)
        except Exception:  # starlette answers, then raises again for the server's own log, which _failed has written
            if status < 500:
                raise
        finally:
            self._account(scope, status, perf_counter() - started)

    def _prefix(self, scope) -> str:
        headers = dict(scope["headers"])
        prefix = headers.get(b"x-forwarded-prefix", b"").decode("latin-1").rstrip("/")
        return prefix if PREFIX.match(prefix) else self._root_path

    def _account(self, scope, status: int, seconds: float) -> None:
        path = scope["path"]
        label = path if path in PATHS else "/v2/models" if path.startswith("/v2/models/") else "other"
        self._metrics.requests.labels(label, str(status)).inc()
        self._metrics.seconds.labels(label).observe(seconds)
        if path in QUIET and status < 400 or path == "/health" and status == 503:
            return  # asked every few seconds by machines
        data = {"event": "request", "method": scope["method"], "path": path, "status": status, "ms": round(seconds * 1000, 1)}
        self._log.info(f"{scope['method']} {path} {status}", extra={"data": data})

    async def _refused(self, request: Request, error: Refused):
        return self._error(request, error.status, error.code, error.message, error.fields)

    async def _http_error(self, request: Request, error: HTTPException):
        code = {404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED"}.get(error.status_code, "REFUSED")
        return self._error(request, error.status_code, code, str(error.detail))

    async def _failed(self, request: Request, error: Exception):
        self._log.error("request failed", exc_info=error, extra={"data": {"event": "exception", "path": request.url.path}})
        return self._error(request, 500, "PREDICTION_FAILED", "The model failed on this request; its log says where.")

    def _error(self, request: Request, status: int, code: str, message: str, fields: list[dict] | None = None):
        self._metrics.errors.labels(code).inc()
        if request.scope["path"].startswith("/v2/"):  # the Open Inference Protocol's own form: error is a text
            return JSONResponse({"error": message, "code": code, "fields": fields or []}, status)
        return JSONResponse({"error": {"code": code, "message": message, **({"fields": fields} if fields else {})}}, status)


def _limited(receive):
    """The request's body, up to MAX_BODY."""
    taken = 0

    async def limited():
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MAX_BODY:
            await _discard(receive, message)
            raise Refused(413, "TOO_LARGE", f"The body is larger than {MAX_BODY // 1024 // 1024} MB. Send fewer instances at a time.")
        return message

    return limited


async def _discard(receive, message) -> None:
    """
    Takes the rest of a body that is refused, within bounds. What is closed while somebody still sends is reset, and the
    sender sees that instead of the answer.
    """
    left = MAX_DISCARDED
    try:
        async with asyncio.timeout(DISCARD_SECONDS):
            while left > 0 and message.get("more_body", False):
                message = await receive()
                left -= len(message.get("body", b""))
    except TimeoutError:
        pass  # a sender that is this slow sees a reset
