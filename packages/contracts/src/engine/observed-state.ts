/** What is, for one environment, as one snapshot of the daemon. Pure data, JSON-safe. */
export interface ObservedState {
  /** ISO 8601, UTC. */
  observedAt: string;
  engineVersion: string;
  containers: ObservedContainer[];
  networks: ObservedNetwork[];
  volumes: ObservedVolume[];
  /** Image reference → image id, for the references that were asked after; absent: not on the host. */
  images: Record<string, string>;
  /** Host ports taken by containers that are not of this environment: `127.0.0.1:8000/tcp` → container name. */
  portsInUse: Record<string, string>;
}

export interface ObservedContainer {
  id: string;
  name: string;
  service: string;
  kind: 'service' | 'job';
  image: string;
  imageId: string;
  configHash: string;
  /** Per-part hashes, kept in a label as JSON; empty when it cannot be read. */
  parts: Record<string, string>;
  /** As `DesiredService.facts` when it was made. Absent: made before there were any. */
  facts?: Record<string, string>;
  revision: number;
  state: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
  health: 'none' | 'starting' | 'healthy' | 'unhealthy';
  exitCode: number | null;
  restartCount: number;
  /** It ended because it needed more memory than it may have. Absent: not looked at. */
  oomKilled?: boolean;
  /** ISO 8601 or null. */
  startedAt: string | null;
  createdAt: string;
  /** Daemon network name → IPv4 address ('' when not running). */
  addresses: Record<string, string>;
  ports: { hostIp: string; published: number | null; target: number; protocol: 'tcp' | 'udp' }[];
  operation: string;
}

export interface ObservedNetwork {
  id: string;
  name: string;
  key: string;
  configHash: string;
}

export interface ObservedVolume {
  name: string;
  key: string;
}
