import json

import example
from workspace import ROW, Workspace


class Server(Workspace):
    def test_an_untrained_model_is_alive_and_not_ready(self):
        with self.served() as ask:
            self.assertEqual(ask("/v2/health/live")[0], 200)
            status, _, body = ask("/health")
            self.assertEqual((status, json.loads(body)["status"]), (503, "not-ready"))
            self.assertIn("Run the training job", json.loads(body)["reason"])
            for path in ("/schema", "/v2/health/ready", "/v2/models/example"):
                self.assertEqual(ask(path)[0], 503, path)
            self.assertEqual(json.loads(ask("/predict", ROW)[2])["error"]["code"], "MODEL_NOT_READY")

    def test_a_new_model_is_served_without_a_restart(self):
        with self.served() as ask:
            self.run_job()
            self.assertEqual(json.loads(ask("/predict", ROW)[2]), {"double": 40})
            example.BEHAVIOUR["factor"] = 3.0
            _, result = self.run_job()
            status, headers, body = ask("/predict", ROW)
            self.assertEqual(json.loads(body), {"double": 60})
            self.assertEqual(headers["X-Model-Version"], result["model"]["version"])

    def test_a_broken_model_leaves_the_old_one_in_service(self):
        self.run_job()
        with self.served() as ask:
            ask("/health")
            (self.root / "processed/models/example/current.json").write_text("{")
            self.assertEqual(json.loads(ask("/predict", ROW)[2]), {"double": 40})

    def test_what_is_wrong_is_named(self):
        self.run_job()
        with self.served() as ask:
            for change, field, words in [
                ({"weight": None}, "weight", "is required"),
                ({"weight": "heavy"}, "weight", "must be a whole number"),
                ({"weight": 1e400}, "body", "not JSON"),
                ({"weight": 501}, "weight", "at most 500"),
                ({"colour": "green"}, "colour", "must be one of blue, red"),
                ({"wieght": 1}, "wieght", "did you mean weight"),
            ]:
                with self.subTest(change):
                    status, _, body = ask("/predict", {**ROW, **change})
                    error = json.loads(body)["error"]
                    if field == "body":
                        self.assertEqual(status, 400)
                        continue
                    self.assertEqual((status, error["code"], error["fields"][0]["field"]), (422, "INVALID_INPUT", field))
                    self.assertIn(words, error["fields"][0]["message"])
            status, _, body = ask("/predict", b'{"weight": 1e999, "colour": "red"}')
            self.assertEqual((status, json.loads(body)["error"]["fields"]), (422, [{"field": "weight", "message": "is too large"}]))
            status, _, body = ask("/predict", {"instances": [ROW, {"colour": "red"}]})
            self.assertEqual(json.loads(body)["error"]["fields"], [{"field": "instances[1].weight", "message": "is required"}])

    def test_optional_fields_may_be_left_out(self):
        self.run_job()
        with self.served() as ask:
            self.assertEqual(json.loads(ask("/predict", {"weight": 5, "height": None, "colour": "red"})[2]), {"double": 10})
            self.assertEqual(json.loads(ask("/schema")[2])["input"]["required"], ["weight", "colour"])

    def test_bodies_that_are_not_json(self):
        self.run_job()
        with self.served() as ask:
            for body in (b"", b"{", b"NaN", b"[" * 100_000, b"\xff"):
                with self.subTest(body[:5]):
                    status, _, text = ask("/predict", body)
                    self.assertEqual((status, json.loads(text)["error"]["code"]), (400, "INVALID_JSON"))
            self.assertEqual(ask("/predict", b" " * 11_000_000)[0], 413)

    def test_a_failing_prediction_is_masked_and_counted(self):
        self.run_job()
        with self.served() as ask:
            status, _, body = ask("/predict", {**ROW, "weight": 13})
            self.assertEqual((status, json.loads(body)["error"]["code"]), (500, "PREDICTION_FAILED"))
            self.assertNotIn("thirteen", body)
            self.assertIn('jalon_model_errors_total{code="PREDICTION_FAILED"} 1.0', ask("/metrics")[2])

    def test_metrics(self):
        self.run_job()
        self.run_job("score")
        with self.served() as ask:
            ask("/predict", {"instances": [{**ROW, "weight": 99}] * 60})
            text = ask("/metrics")[2]
            self.assertIn('jalon_model_requests_total{path="/predict",status="200"} 1.0', text)
            self.assertIn("jalon_model_predictions_total 60.0", text)
            self.assertIn('jalon_model_request_seconds_bucket{le="0.1",path="/predict"}', text)
            self.assertIn('jalon_model_kpi{key="share",unit="%"} 12.5', text)
            drift = [line for line in text.splitlines() if line.startswith('jalon_model_input_drift_psi{feature="weight"}')]
            self.assertGreater(float(drift[0].split()[1]), 1)

    def test_the_prefix_comes_from_the_gateway_else_from_the_environment(self):
        with self.served() as ask:
            self.assertIn("/root/health", json.loads(ask("/")[2])["paths"])
            self.assertIn("/s/p/e/m/health", json.loads(ask("/", headers={"X-Forwarded-Prefix": "/s/p/e/m/"})[2])["paths"])
            self.assertIn("/root/health", json.loads(ask("/", headers={"X-Forwarded-Prefix": "//evil.example/"})[2])["paths"])


class OpenInference(Workspace):
    def test_infer(self):
        self.run_job()
        tensors = [
            {"name": "weight", "shape": [2, 1], "datatype": "INT64", "data": [[5], [6]]},
            {"name": "colour", "shape": [2], "datatype": "BYTES", "data": ["red", "blue"]},
        ]
        with self.served() as ask:
            status, _, body = ask("/v2/models/example/infer", {"id": "a", "inputs": tensors})
            answer = json.loads(body)
            self.assertEqual((status, answer["id"], answer["model_name"]), (200, "a", "example"))
            self.assertEqual(answer["outputs"], [{"name": "double", "shape": [2], "datatype": "FP64", "data": [10, 12]}])
            metadata = json.loads(ask("/v2/models/example")[2])
            self.assertEqual(metadata["inputs"][0], {"name": "weight", "datatype": "INT64", "shape": [-1]})
            self.assertEqual(ask("/v2/models/example/versions/none/ready")[0], 404)
            self.assertEqual(ask("/v2/models/other")[0], 404)

    def test_wrong_tensors(self):
        self.run_job()
        with self.served() as ask:
            for inputs, words in [
                ([], "list with one tensor"),
                ([{"name": "weight"}], "needs name, shape"),
                ([{"name": "weight", "shape": [3], "datatype": "INT64", "data": [1]}], "has 1 values"),
                ([{"name": "weight", "shape": [1], "datatype": "INT65", "data": [1]}], "unknown datatype"),
                ([{"name": "weight", "shape": [1], "datatype": "INT64", "data": [1]}], "colour is required"),
            ]:
                with self.subTest(words):
                    status, _, body = ask("/v2/models/example/infer", {"inputs": inputs})
                    self.assertIn(status, (400, 422))
                    self.assertIn(words, json.loads(body)["error"])
