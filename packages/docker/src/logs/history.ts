import type { LogLine } from '@jalon/contracts';
import { containerNumber } from '@jalon/reconciler';
import type { CallOptions, DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { containerLog } from './container-log';
import { isRepeated, type LogPosition } from './position';

/** A container whose log is read, by the name of its service. */
export interface LogSource {
  containerId: string;
  service: string;
  /** Of a service's second container and those after it. */
  replica?: number;
}

/** The number of a service's container by its name, for lines that must be told apart: nothing for the first one, or a job. */
export function replicaOf(containerName: string, kind: string): { replica?: number } {
  const replica = kind === 'service' ? (containerNumber(containerName) ?? 1) : 1;
  return replica > 1 ? { replica } : {};
}

export interface History {
  /** In the order in which they were written. */
  lines: LogLine[];
  /** How far each container was read; absent: it has printed nothing. */
  positions: Map<string, LogPosition>;
}

export interface HistoryRequest extends CallOptions {
  /** Lines for each source. */
  tail: number;
  since?: string;
}

/** The last lines of all sources, merged by time. A container that is gone by then has none. */
export async function readHistory(
  client: DockerClient,
  sources: readonly LogSource[],
  request: HistoryRequest,
): Promise<History> {
  const positions = new Map<string, LogPosition>();
  const readOne = async ({ containerId, ...source }: LogSource): Promise<LogLine[]> => {
    const lines: LogLine[] = [];
    for await (const batch of containerLog(client, { ...request, container: containerId, follow: false })) {
      for (const line of batch) {
        if (!isRepeated(positions, containerId, line)) lines.push({ ...source, ...line });
      }
    }
    return lines;
  };
  const logs = await Promise.all(sources.map((source) => orNull(readOne(source))));
  const lines = logs.flatMap((log) => log ?? []);
  // The daemon's stamps have a fixed width: they sort as text, to the nanosecond.
  return {
    lines: lines.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0)),
    positions,
  };
}
