import { z } from 'zod';
import { environmentRefSchema, serviceNameSchema } from './names';

export const tailLogsInputSchema = environmentRefSchema.extend({
  /** Absent: all services of the environment. */
  service: serviceNameSchema.optional(),
  /** Lines of the past to begin with, for each service. */
  tail: z.int().min(0).max(2000).default(200),
});
export type TailLogsInput = z.infer<typeof tailLogsInputSchema>;

export interface LogLine {
  service: string;
  stream: 'stdout' | 'stderr';
  /** ISO 8601. */
  at: string;
  line: string;
}

/** Several lines at once, so that a flood costs one message a beat; `dropped` lines were left out before them. */
export interface LogBatch {
  lines: LogLine[];
  dropped: number;
}
