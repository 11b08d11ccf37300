/**
 * The most that one service may ask for on any host. Far above what a model needs, far below what makes a limit
 * meaningless; what the host really has is checked by preflight.
 */
export const MAXIMUM = {
  cpus: 256,
  memoryBytes: 1024 ** 4,
  /** A kernel without settings of its own has 32,768 in all. */
  pids: 16_384,
  stopGraceMs: 60 * 60 * 1000,
  /** Every published port is a process on the host. */
  portsOfService: 100,
  portsOfStack: 200,
  /** An engine without settings of its own has about thirty address ranges for everybody. */
  networksOfStack: 10,
  volumesOfStack: 200,
  /** Characters of a stack after anchors and variables have been filled in. */
  stackCharacters: 4_000_000,
  openFiles: 1_048_576,
  userId: 2 ** 31 - 1,
} as const;

/** The least that an engine takes for memory. */
export const MINIMUM_MEMORY = 6 * 1024 * 1024;

/** A health check that runs more often than this is a load on the host and no check. */
export const MINIMUM_HEALTH_INTERVAL_MS = 100;

/**
 * Limits of processes that may be set, with the most that may be asked for; -1 is “no limit”. What is not here is
 * refused: rtprio and nice let a process take the processors of the host past every other limit.
 */
export const ULIMITS: Readonly<Record<string, { most: number; unlimited: boolean }>> = {
  // Memory that is locked or in use counts against the container's memory limit, whatever stands here.
  as: { most: MAXIMUM.memoryBytes, unlimited: true },
  data: { most: MAXIMUM.memoryBytes, unlimited: true },
  memlock: { most: MAXIMUM.memoryBytes, unlimited: true },
  rss: { most: MAXIMUM.memoryBytes, unlimited: true },
  stack: { most: MAXIMUM.memoryBytes, unlimited: true },
  fsize: { most: MAXIMUM.memoryBytes, unlimited: true },
  cpu: { most: 2 ** 31, unlimited: true },
  // Where a dump goes is the host's setting: often to a program of the host.
  core: { most: 0, unlimited: false },
  locks: { most: 65_536, unlimited: false },
  msgqueue: { most: 16 * 1024 ** 2, unlimited: false },
  nofile: { most: MAXIMUM.openFiles, unlimited: false },
  // Counted for the user over the whole host; the pids limit of the container is the one that holds.
  nproc: { most: 1_048_576, unlimited: true },
  sigpending: { most: 65_536, unlimited: false },
};

/** Ports of the engine itself: its API, its cluster. */
export const ENGINE_PORTS: readonly number[] = [2375, 2376, 2377, 4789, 7946];
