"""What GET /metrics tells Prometheus."""

from datetime import datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily

from . import store
from .holder import ModelHolder

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """The counters of one server, and gauges read at each scrape from the model in service and the processed volume."""

    def __init__(self, holder: ModelHolder, processed_dir: Path):
        self._holder = holder
        self._processed_dir = processed_dir
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self.requests = Counter("jalon_model_requests", "Requests answered", ["path", "status"], registry=self._registry)
        self.seconds = Histogram("jalon_model_request_seconds", "Time to answer", ["path"], buckets=BUCKETS, registry=self._registry)
        self.errors = Counter("jalon_model_errors", "Requests refused or failed", ["code"], registry=self._registry)
        self.predictions = Counter("jalon_model_predictions", "Rows predicted", registry=self._registry)
        self._registry.register(self)

    def text(self) -> bytes:
        """The exposition, in Prometheus' text format."""
        return generate_latest(self._registry)

    def collect(self):
        """The gauges; called by the registry at each scrape."""
        trained = self._holder.current()
        ready = GaugeMetricFamily("jalon_model_ready", "1 where a trained model is in service")
        ready.add_metric([], 1 if trained else 0)
        yield ready
        if trained:
            info = GaugeMetricFamily("jalon_model_info", "The model version in service", labels=["name", "version"])
            info.add_metric([trained.card["name"], trained.card["version"]], 1)
            yield info
            quality = GaugeMetricFamily("jalon_model_quality", "Metrics of its training on held-out rows", labels=["metric"])
            for name, value in trained.card["metrics"].items():
                quality.add_metric([name], value)
            yield quality
        yield from self._drift()
        yield from self._kpis()

    def _drift(self):
        window, values = self._holder.drift()
        rows = GaugeMetricFamily("jalon_model_input_window_rows", "Recent rows that drift is computed on")
        rows.add_metric([], window)
        yield rows
        psi = GaugeMetricFamily(
            "jalon_model_input_drift_psi", "Population stability index against training, above 0.2 is a shift", labels=["feature"]
        )
        for feature, value in values.items():
            psi.add_metric([feature], value)
        yield psi

    def _kpis(self):
        value = GaugeMetricFamily("jalon_model_kpi", "Last measured value of a declared KPI", labels=["key", "unit"])
        at = GaugeMetricFamily("jalon_model_kpi_measured_at_seconds", "When it was measured", labels=["key"])
        for kpi in store.load_kpis(self._processed_dir).values():
            value.add_metric([kpi["key"], kpi["unit"]], kpi["value"])
            at.add_metric([kpi["key"]], datetime.fromisoformat(kpi["at"].replace("Z", "+00:00")).timestamp())
        yield value
        yield at
