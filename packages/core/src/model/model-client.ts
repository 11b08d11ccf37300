/** Which container answers: the gateway's path of an exposed service. */
export interface ModelAddress {
  project: string;
  environment: string;
  service: string;
}

export interface ModelAnswer {
  status: number;
  /** Parsed JSON; null when the answer was none. */
  body: unknown;
  /** Milliseconds until the whole answer was there. */
  latencyMs: number;
}

/** Talks to a model container under the model contract, through the gateway. */
export interface ModelClient {
  /** @throws DomainError MODEL_UNREACHABLE when nothing answers in time */
  get(address: ModelAddress, path: '/health' | '/schema'): Promise<ModelAnswer>;
  /** @throws DomainError MODEL_UNREACHABLE when nothing answers in time */
  predict(address: ModelAddress, input: Record<string, unknown>): Promise<ModelAnswer>;
}
