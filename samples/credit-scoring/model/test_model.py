"""Unit tests, run inside the image: python3 -m unittest"""

import logging
import random
import tempfile
import unittest
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pandas as pd
from jalon_model import BadInput, Job, JobFailed, Trained
from jalon_model.tables import file_sha256
from policy import accepted, bad_loan_share, choose_threshold

import model
from applications import HELD_OUT, INPUTS, RATIOS, is_bad, split, with_ratios
from database import store_predictions


def made_up(rows: int) -> pd.DataFrame:
    """Applications in which a high amount for a low income goes bad."""
    draw = random.Random(7)
    table = []
    for _ in range(rows):
        income, amount = draw.randint(50, 300), draw.randint(200, 3000)
        risk = amount / income / 12 + draw.gauss(0, 0.2)
        table.append(
            {
                "Status": "bad" if risk > 1 else "good", "Seniority": draw.randint(0, 30), "Home": draw.choice(["rent", "owner"]),
                "Time": draw.choice([12, 24, 60]), "Age": draw.randint(20, 60), "Marital": draw.choice(["single", "married"]),
                "Records": draw.choice(["no", "yes"]), "Job": draw.choice(["fixed", None]), "Expenses": 50,
                "Income": income if draw.random() > 0.1 else None, "Assets": 0, "Debt": 0, "Amount": amount, "Price": amount + 100,
            }
        )  # fmt: skip
    return pd.DataFrame(table)


class Policy(unittest.TestCase):
    def test_accepts_as_many_as_the_limit_allows(self):
        threshold = choose_threshold([0.1, 0.2, 0.3, 0.4], [0, 0, 1, 1], limit=0.4)
        self.assertAlmostEqual(threshold, 0.35)
        self.assertEqual(accepted([0.1, 0.2, 0.3, 0.4], threshold).tolist(), [True, True, True, False])

    def test_equal_probabilities_are_decided_alike(self):
        self.assertEqual(choose_threshold([0.3, 0.3, 0.3, 0.9], [0, 0, 1, 1], limit=0.2), 0.0)

    def test_nobody_and_everybody(self):
        self.assertEqual(choose_threshold([0.5, 0.6], [1, 1], limit=0.4), 0.0)
        self.assertEqual(choose_threshold([0.5, 0.6], [0, 0], limit=0.4), 1.0)

    def test_share_is_in_percent_of_the_accepted(self):
        self.assertEqual(bad_loan_share([1, 0, 0, 0, 1], [True, True, True, True, False]), 25.0)
        self.assertTrue(np.isnan(bad_loan_share([1], [False])))


class Split(unittest.TestCase):
    def test_is_fixed_stratified_and_without_overlap(self):
        table = made_up(400)
        fit, held_out = split(table)
        again, _ = split(table.copy())
        self.assertEqual(fit.index.tolist(), again.index.tolist())
        self.assertEqual(sorted([*fit.index, *held_out.index]), list(range(400)))
        self.assertEqual(len(held_out), 400 * HELD_OUT)
        self.assertAlmostEqual(is_bad(fit).mean(), is_bad(held_out).mean(), places=2)

    def test_ratios_survive_zeros_and_gaps(self):
        row = made_up(1).assign(Income=None, Price=0, Time=0).astype({"Income": float})
        self.assertTrue(with_ratios(row[INPUTS])[RATIOS].isna().all().all())


class Whole(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        root = Path(cls.folder.name)
        made_up(600).to_csv(root / "credit.csv", index=False)
        cls.job = Job("run-1", root, root, "", datetime.now(timezone.utc), logging.getLogger("test"))
        cls.job.log.setLevel(logging.CRITICAL)
        cls.training = model.train(cls.job)
        card = {"version": "v1", "trainingData": {"sha256": file_sha256(root / "credit.csv")}}
        cls.trained = Trained(cls.training.model, card)

    def test_learns_what_is_there_to_learn(self):
        self.assertGreater(self.training.metrics["auc"], 0.9)
        counts = np.array(self.training.report["confusionMatrix"]["counts"])
        self.assertEqual(counts.sum(), 150)

    def test_predicts_with_gaps(self):
        rows = made_up(5)[INPUTS].assign(Income=np.nan, Job=np.nan)
        for answer in model.predict(self.training.model, rows):
            self.assertEqual(set(answer), set(model.OUTPUTS))
            self.assertEqual(answer["decision"] == "accept", answer["probabilityOfBad"] < answer["threshold"])

    def test_scores_the_held_out_rows_alone_and_measures_the_kpi(self):
        scoring = model.score(self.job, self.trained)
        table = pd.read_csv(self.job.processed_dir / "predictions.csv")
        _, held_out = split(pd.read_csv(self.job.raw_dir / "credit.csv"))
        self.assertEqual(set(table["application"]), set(held_out.index + 2))
        taken = table[table["accepted"]]
        self.assertEqual(scoring.kpis[0].value, round((taken["actual"] == "bad").mean() * 100, 2))
        self.assertEqual(scoring.kpis[0].key, "bad-loan-share")
        self.assertLess(scoring.kpis[0].value, scoring.metrics["badLoanShareAll"])

    def test_other_data_than_it_was_trained_on_is_refused(self):
        with self.assertRaises(BadInput) as caught:
            model.score(self.job, Trained(self.training.model, {"version": "v1", "trainingData": {"sha256": "other"}}))
        self.assertEqual(caught.exception.code, "DATA_CHANGED")

    def test_a_wrong_address_of_the_database_is_said_at_once(self):
        with self.assertRaises(JobFailed) as caught:
            store_predictions("not an address", "run-1", "v1", self.job.now, pd.DataFrame(), self.job.log)
        self.assertEqual(caught.exception.code, "DATABASE_URL_INVALID")
