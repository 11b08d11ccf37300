import json

import example
from workspace import CSV, Workspace

from jalon_model import BadInput
from jalon_model.store import KEPT_VERSIONS, load_model
from jalon_model.tables import file_sha256


class Jobs(Workspace):
    def test_training_writes_its_result_model_and_tables(self):
        code, result = self.run_job()
        processed = self.root / "processed"
        self.assertEqual(code, 0)
        self.assertEqual(result["metrics"], {"auc": 0.9})
        self.assertEqual(result["model"]["trainingData"], {"file": "data.csv", "sha256": file_sha256(self.root / "raw/data.csv"), "rows": 200})
        self.assertEqual(result["model"]["sha256"], file_sha256(processed / "models/example" / f"{result['model']['version']}.joblib"))
        self.assertTrue((processed / "predictions.csv").is_file())
        self.assertEqual(json.loads((processed / "metrics.json").read_text())["version"], result["model"]["version"])
        self.assertEqual([p.name for p in processed.rglob(".*")], [])

    def test_scoring_declares_its_kpi(self):
        self.run_job()
        code, result = self.run_job("score")
        self.assertEqual(code, 0)
        self.assertEqual((result["kpis"][0]["key"], result["kpis"][0]["value"], result["kpis"][0]["unit"]), ("share", 12.5, "%"))
        self.assertRegex(result["kpis"][0]["at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")

    def test_scoring_without_a_model_says_what_to_do(self):
        code, result = self.run_job("score")
        self.assertEqual((code, result["error"]["code"]), (2, "MODEL_MISSING"))
        self.assertIn("Run the training job", result["error"]["message"])

    def test_wrong_columns_are_named_and_the_old_model_stays(self):
        _, first = self.run_job()
        (self.root / "raw/data.csv").write_text(CSV.replace("height", "hight", 1))
        code, result = self.run_job()
        self.assertEqual((code, result["error"]["code"]), (2, "WRONG_COLUMNS"))
        self.assertIn("missing: height; unexpected: hight", result["error"]["message"])
        self.assertEqual(load_model(self.root / "processed", "example").card["version"], first["model"]["version"])

    def test_bad_files_are_explained(self):
        for text, words in [
            (b"", "is empty"),
            (b"weight,height,colour\n", "no rows"),
            (b"weight,height,colour\n1,2,red\n1,2,red,4\n", "line 3"),
            (b"weight,height,colour\n1,2,red\n1,tall,red\n", 'column "height" must hold numbers, but row 3 has "tall"'),
            (b"weight,height,colour\n1,2,r\xe9d\n", "not UTF-8"),
        ]:
            with self.subTest(words):
                (self.root / "raw/data.csv").write_bytes(text)
                code, result = self.run_job()
                self.assertEqual(code, 2)
                self.assertIn(words, result["error"]["message"])

    def test_a_missing_file_names_what_is_there(self):
        (self.root / "raw/data.csv").rename(self.root / "raw/other.csv")
        code, result = self.run_job()
        self.assertEqual((code, result["error"]["code"]), (2, "DATA_MISSING"))
        self.assertIn("It holds: other.csv", result["error"]["message"])

    def test_a_failing_model_ends_with_one(self):
        example.BEHAVIOUR["raise"] = ZeroDivisionError("by zero")
        code, result = self.run_job()
        self.assertEqual((code, result["error"]["code"]), (1, "JOB_FAILED"))
        self.assertIn("ZeroDivisionError: by zero", result["error"]["message"])

    def test_a_damaged_model_is_not_loaded(self):
        _, result = self.run_job()
        path = self.root / "processed/models/example" / f"{result['model']['version']}.joblib"
        path.write_bytes(path.read_bytes()[:-1] + b"x")
        with self.assertRaises(BadInput) as caught:
            load_model(self.root / "processed", "example")
        self.assertEqual(caught.exception.code, "MODEL_DAMAGED")

    def test_old_versions_are_dropped_and_the_current_one_is_kept(self):
        versions = [self.run_job()[1]["model"]["version"] for _ in range(KEPT_VERSIONS + 2)]
        kept = {p.stem for p in (self.root / "processed/models/example").glob("*.joblib")}
        self.assertEqual(kept, set(versions[-KEPT_VERSIONS:]))
