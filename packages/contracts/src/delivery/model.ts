import { z } from 'zod';
import { environmentRef, projectRef } from './names';
import type { ModelEvaluation } from './run';

export const listModelVersionsInput = projectRef;
export type ListModelVersionsInput = z.infer<typeof listModelVersionsInput>;

export const modelTargetInput = environmentRef;
export type ModelTargetInput = z.infer<typeof modelTargetInput>;

export const predictInput = environmentRef.extend({
  /** One instance, as the model's input schema asks. */
  input: z.record(z.string().max(200), z.unknown()),
});
export type PredictInput = z.infer<typeof predictInput>;

export interface ModelVersionView {
  id: string;
  number: number;
  name: string;
  image: string;
  artifact: string;
  sha256: string;
  trainingData: { file: string; sha256: string; rows: number | null };
  metrics: Record<string, number>;
  evaluation: ModelEvaluation;
  /** Null once the environment that its training ran in is removed. */
  runId: string | null;
  createdAt: Date;
}

/** JSON Schema of a model's input and output, as the model gave it. */
export interface ModelSchema {
  input: Record<string, unknown>;
  output: Record<string, unknown>;
  /** Address of /predict, for a person's own program. */
  predictUrl: string;
}

export interface ModelHealth {
  service: string;
  ready: boolean;
  /** Why it is not ready, in the model's own words. */
  reason: string | null;
  version: string | null;
  url: string;
}

export interface Prediction {
  output: Record<string, unknown>;
  /** From Jalon to the model and back, in milliseconds. */
  latencyMs: number;
}
