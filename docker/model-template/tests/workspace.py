"""Temporary volumes and a served model for the tests."""

import contextlib
import json
import logging
import sys
import tempfile
import threading
import unittest
import urllib.error
import urllib.request
from pathlib import Path

import uvicorn

from jalon_model.jobs import run_job
from jalon_model.server import create_app
from jalon_model.settings import read_settings

sys.path.insert(0, str(Path(__file__).parent))
import example  # noqa: E402

CSV = "weight,height,colour\n" + "".join(f"{i % 90 + 10},{'' if i % 7 == 0 else i / 2},{'red' if i % 3 else 'blue'}\n" for i in range(200))
ROW = {"weight": 20, "height": 1.5, "colour": "red"}


class Workspace(unittest.TestCase):
    """Fresh raw and processed folders for each test."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for name in ("raw", "processed"):
            (self.root / name).mkdir()
        self.settings = read_settings(
            {
                "JALON_RAW_DIR": str(self.root / "raw"),
                "JALON_PROCESSED_DIR": str(self.root / "processed"),
                "JALON_RESULT": str(self.root / "result.json"),
                "JALON_MODEL_MODULE": "example",
                "JALON_RUN_ID": "run-1",
                "ROOT_PATH": "/root",
            }
        )
        self.log = logging.getLogger("test")
        self.log.handlers, self.log.propagate = [logging.NullHandler()], False
        example.BEHAVIOUR.update({"raise": None, "factor": 2.0})
        (self.root / "raw" / "data.csv").write_text(CSV)

    def run_job(self, kind="train"):
        """Exit code and result file of a job."""
        code = run_job(kind, self.settings, self.log)
        return code, json.loads((self.root / "result.json").read_text())

    @contextlib.contextmanager
    def served(self):
        """A function ask(path, body=None, headers={}) → (status, headers, body text) on a real server."""
        app = create_app(example, self.settings, self.log)
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, log_level="critical"))
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            while not server.started:
                thread.join(0.01)
            port = server.servers[0].sockets[0].getsockname()[1]

            def ask(path, body=None, headers=None):
                data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
                request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data, headers or {})
                try:
                    with urllib.request.urlopen(request, timeout=10) as answer:
                        return answer.status, answer.headers, answer.read().decode()
                except urllib.error.HTTPError as error:
                    with error:
                        return error.code, error.headers, error.read().decode()

            yield ask
        finally:
            server.should_exit = True
            thread.join()
