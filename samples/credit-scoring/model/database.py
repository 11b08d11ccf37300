"""Predictions in PostgreSQL, one set of rows for each scoring run."""

import time
from logging import Logger

import pandas as pd
import psycopg2
from jalon_model import JobFailed
from psycopg2.extras import execute_values

PATIENCE_SECONDS = 30
TABLE = """
CREATE TABLE IF NOT EXISTS predictions (
  run_id text NOT NULL,
  application integer NOT NULL,
  probability_of_bad double precision NOT NULL,
  accepted boolean NOT NULL,
  actual text NOT NULL,
  model_version text NOT NULL,
  scored_at timestamptz NOT NULL,
  PRIMARY KEY (run_id, application)
)"""
COLUMNS = ["application", "probability_of_bad", "accepted", "actual"]


def store_predictions(url: str, run_id: str, model_version: str, scored_at, predictions: pd.DataFrame, log: Logger) -> int:
    """Replaces the run's rows in one transaction; returns how many it wrote. JobFailed where the database cannot be used."""
    connection = _connect(url, log)
    try:
        with connection, connection.cursor() as cursor:
            # Two runs that both find no table would both create it, and one would fail.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('jalon.predictions'))")
            cursor.execute(TABLE)
            cursor.execute("DELETE FROM predictions WHERE run_id = %s", (run_id,))
            rows = [(run_id, *row, model_version, scored_at) for row in predictions[COLUMNS].astype(object).values.tolist()]
            execute_values(cursor, f"INSERT INTO predictions (run_id, {', '.join(COLUMNS)}, model_version, scored_at) VALUES %s", rows)
            return len(rows)
    except psycopg2.Error as error:
        reason = str(error).strip()
        raise JobFailed("DATABASE_REFUSED", f"The database refused the predictions: {reason}. They are in predictions.csv.") from error
    finally:
        connection.close()


def _connect(url: str, log: Logger):
    """A connection; a database that is still starting is waited for."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return psycopg2.connect(url, connect_timeout=5)
        except psycopg2.ProgrammingError as error:
            raise JobFailed("DATABASE_URL_INVALID", f"DATABASE_URL cannot be read: {str(error).strip()}.") from error
        except psycopg2.OperationalError as error:
            reason = str(error).strip()
            if "authentication failed" in reason or time.monotonic() >= deadline:
                raise JobFailed(
                    "DATABASE_UNREACHABLE",
                    f"The database of DATABASE_URL does not let us in: {reason}. Check that it runs and that the password is the same in both services.",
                ) from error
            log.warning("waiting for the database", extra={"data": {"reason": reason}})
            time.sleep(1)
