import { z } from 'zod';
import { environmentRef, serviceNameSchema } from './names';

export const tailLogsInput = environmentRef.extend({
  /** Absent: all services of the environment. */
  service: serviceNameSchema.optional(),
  /** Lines of the past to begin with, for each service. */
  tail: z.int().min(0).max(2000).default(200),
});
export type TailLogsInput = z.infer<typeof tailLogsInput>;

export interface LogLine {
  service: string;
  /** Number of the container, where the service has several: 2 and above. */
  replica?: number;
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
