import { LABELS, type ObservedContainer, type ObservedState, type Operation } from '@jalon/contracts';

/** A daemon in memory, as strict as the real one: what it would refuse throws, so a wrong plan cannot pass. */
export class World {
  clock = Date.parse('2026-01-01T00:00:00Z');
  readonly containers = new Map<string, ObservedContainer>();
  readonly networks = new Map<string, { id: string; name: string; key: string; configHash: string }>();
  readonly volumes = new Map<string, { name: string; key: string }>();
  readonly images = new Map<string, string>();
  /** Services that end by themselves with exit code 0. */
  readonly oneShots = new Set<string>();
  /** Services whose image brings a health check of its own, or that declare one. */
  readonly checked = new Set<string>();
  /** Called after each operation. */
  afterEach: () => void = () => undefined;
  private ids = 0;

  observe(): ObservedState {
    return structuredClone({
      observedAt: new Date(this.clock).toISOString(),
      engineVersion: 'world',
      containers: [...this.containers.values()],
      networks: [...this.networks.values()],
      volumes: [...this.volumes.values()],
      images: Object.fromEntries(this.images),
      portsInUse: {},
    });
  }

  now(): Date {
    return new Date(this.clock);
  }

  apply(operation: Operation): void {
    this.clock += 1_000;
    this.carryOut(operation);
    this.afterEach();
  }

  private carryOut(operation: Operation): void {
    switch (operation.kind) {
      case 'BUILD_IMAGE':
      case 'PULL_IMAGE':
        this.images.set(operation.image, `sha256:${operation.image}`);
        break;
      case 'CREATE_NETWORK':
        this.createNetwork(operation.network);
        break;
      case 'REMOVE_NETWORK':
        this.removeNetwork(operation.name);
        break;
      case 'CREATE_VOLUME':
        this.volumes.set(operation.volume.name, { name: operation.volume.name, key: operation.volume.key });
        break;
      case 'CREATE_CONTAINER':
        this.create(operation);
        break;
      case 'START_CONTAINER':
        this.start(operation.container);
        break;
      case 'STOP_CONTAINER':
        this.stop(operation.container);
        break;
      case 'RENAME_CONTAINER':
        this.rename(operation.container, operation.name);
        break;
      case 'REMOVE_CONTAINER':
        this.remove(operation.container);
        break;
      case 'SWITCH_ROUTE':
        this.switchRoute(operation.container);
        break;
      case 'WAIT_HEALTHY':
      case 'WAIT_RUNNING':
      case 'WAIT_COMPLETED':
        this.wait(operation.kind, operation.container);
        break;
    }
  }

  private createNetwork({ name, key, configHash }: { name: string; key: string; configHash: string }): void {
    if (this.networks.has(name)) throw new Error(`network ${name} exists`);
    this.networks.set(name, { id: this.id(), name, key, configHash });
  }

  private removeNetwork(name: string): void {
    const busy = [...this.containers.values()].find(
      (one) => one.state === 'running' && name in one.addresses,
    );
    if (busy) throw new Error(`network ${name} has active endpoints: ${busy.name}`);
    if (!this.networks.delete(name)) throw new Error(`network ${name} does not exist`);
  }

  private create({ desired, name }: Operation & { kind: 'CREATE_CONTAINER' }): void {
    if (this.containers.has(name)) throw new Error(`container ${name} exists`);
    const imageId = this.images.get(desired.image);
    if (!imageId) throw new Error(`no such image: ${desired.image}`);
    for (const network of Object.keys(desired.container.networks)) this.network(network);
    for (const mount of desired.container.mounts)
      if (mount.type === 'volume' && !this.volumes.has(mount.source))
        throw new Error(`no volume ${mount.source}`);
    const networks = Object.keys(desired.container.networks);
    this.containers.set(name, {
      id: this.id(),
      name,
      service: desired.service,
      kind: 'service',
      image: desired.image,
      imageId,
      configHash: desired.container.labels[LABELS.configHash] ?? '',
      parts: JSON.parse(desired.container.labels[LABELS.parts] ?? '{}') as Record<string, string>,
      facts: JSON.parse(desired.container.labels[LABELS.facts] ?? '{}') as Record<string, string>,
      revision: Number(desired.container.labels[LABELS.revision]),
      state: 'created',
      health: 'none',
      exitCode: null,
      restartCount: 0,
      startedAt: null,
      createdAt: this.now().toISOString(),
      addresses: Object.fromEntries(networks.map((network) => [network, this.network(network).id])),
      ports: desired.container.ports.map((port) => ({ ...port })),
      operation: '',
    });
  }

  private start(name: string): void {
    const container = this.container(name);
    if (container.state === 'running') return;
    if (['paused', 'dead', 'removing'].includes(container.state))
      throw new Error(`${name} is ${container.state}`);
    for (const [network, id] of Object.entries(container.addresses))
      if (this.network(network).id !== id) throw new Error(`${name}: network ${network} is another one now`);
    for (const other of this.containers.values()) {
      if (other.state !== 'running') continue;
      const taken = other.ports.find((held) =>
        container.ports.some((port) => port.published === held.published),
      );
      if (taken) throw new Error(`port ${taken.published} is already allocated by ${other.name}`);
    }
    container.startedAt = this.now().toISOString();
    const ends = this.oneShots.has(container.service);
    container.state = ends ? 'exited' : 'running';
    container.exitCode = ends ? 0 : null;
    container.health = !ends && this.checked.has(container.service) ? 'starting' : 'none';
  }

  private stop(name: string): void {
    const container = this.container(name);
    container.state = 'exited';
    container.exitCode = 0;
    container.health = 'none';
  }

  private rename(from: string, to: string): void {
    const container = this.container(from);
    if (this.containers.has(to)) throw new Error(`name ${to} is in use`);
    this.containers.delete(from);
    this.containers.set(to, { ...container, name: to });
  }

  private remove(name: string): void {
    if (this.container(name).state === 'running') throw new Error(`${name} is running`);
    this.containers.delete(name);
  }

  private switchRoute(name: string): void {
    const { state, health } = this.container(name);
    if (state !== 'running' || health === 'starting') throw new Error(`${name} is ${state}, ${health}`);
  }

  private wait(kind: 'WAIT_HEALTHY' | 'WAIT_RUNNING' | 'WAIT_COMPLETED', name: string): void {
    const container = this.container(name);
    this.clock += 10_000;
    if (kind === 'WAIT_COMPLETED') {
      // It may have run for a while already, under a revision in which nobody waited for its end.
      if (container.state === 'running' && this.oneShots.has(container.service)) this.stop(name);
      if (container.state !== 'exited' || container.exitCode !== 0)
        throw new Error(`${name} did not complete`);
      return;
    }
    if (container.state !== 'running') throw new Error(`${name} is ${container.state}`);
    if (container.health === 'starting') container.health = 'healthy';
  }

  private container(name: string): ObservedContainer {
    const container = this.containers.get(name);
    if (!container) throw new Error(`no such container: ${name}`);
    return container;
  }

  private network(name: string): { id: string } {
    const network = this.networks.get(name);
    if (!network) throw new Error(`network ${name} not found`);
    return network;
  }

  private id(): string {
    this.ids += 1;
    return `id-${this.ids}`;
  }
}
