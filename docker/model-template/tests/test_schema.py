import random
import unittest

import pandas as pd

from jalon_model import drift
from jalon_model.evaluate import binary_confusion, binary_metrics, calibration_bins
from jalon_model.schema import input_schema


class Schema(unittest.TestCase):
    def test_kinds_ranges_and_required_fields(self):
        rows = pd.DataFrame({"loanAmount": [1, 2, 9], "rate": [0.5, None, -1.0], "kind": ["b", "a", "a"], "flag": [True, False, True], "empty": [None] * 3})
        schema = input_schema(rows, {"rate": {"maximum": 5}}, "t")
        self.assertEqual(
            schema["properties"]["loanAmount"],
            {"title": "Loan Amount", "type": "integer", "examples": [2], "x-training": {"minimum": 1, "maximum": 9}, "minimum": 0},
        )
        self.assertEqual(schema["properties"]["rate"]["maximum"], 5)
        self.assertNotIn("minimum", schema["properties"]["rate"])
        self.assertEqual(schema["properties"]["kind"]["enum"], ["a", "b"])
        self.assertEqual(schema["properties"]["flag"]["type"], "boolean")
        self.assertEqual(schema["required"], ["loanAmount", "kind", "flag"])

    def test_many_texts_are_free_text(self):
        schema = input_schema(pd.DataFrame({"name": [f"n{i}" for i in range(60)]}), {}, "t")
        self.assertNotIn("enum", schema["properties"]["name"])


class Drift(unittest.TestCase):
    def setUp(self):
        draw = random.Random(1)
        self.rows = pd.DataFrame({"x": [draw.gauss(0, 1) for _ in range(2000)], "c": [draw.choice("ab") for _ in range(2000)]})

    def psi(self, rows):
        window = drift.DriftWindow(drift.baseline(self.rows))
        window.add(rows)
        return window.psi()

    def test_the_same_distribution_has_little_drift(self):
        for value in self.psi(self.rows.sample(900, random_state=1)).values():
            self.assertLess(value, 0.05)

    def test_a_shift_and_a_new_value_show(self):
        moved = self.rows.assign(x=self.rows["x"] + 2, c="new")
        values = self.psi(moved)
        self.assertGreater(values["x"], 1)
        self.assertGreater(values["c"], 1)

    def test_few_rows_say_nothing(self):
        self.assertEqual(self.psi(self.rows.head(drift.ENOUGH - 1)), {})


class Evaluation(unittest.TestCase):
    def test_counts_and_rates_by_hand(self):
        actual, probability = [0, 0, 0, 1, 1], [0.1, 0.2, 0.7, 0.6, 0.3]
        self.assertEqual(binary_confusion(actual, probability, 0.5, ("good", "bad"))["counts"], [[2, 1], [1, 1]])
        metrics = binary_metrics(actual, probability, 0.5)
        self.assertEqual((metrics["accuracy"], metrics["precision"], metrics["recall"]), (0.6, 0.5, 0.5))
        self.assertEqual(metrics["auc"], round(4 / 6, 4))

    def test_calibration_bins_hold_every_row(self):
        bins = calibration_bins([0, 1, 1, 1], [0.05, 0.05, 0.95, 1.0])
        self.assertEqual([(b["from"], b["observed"], b["count"]) for b in bins], [(0.0, 0.5, 2), (0.9, 1.0, 2)])
