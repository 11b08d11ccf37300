import type { DrawnService, StackDrawing } from '@jalon/contracts';

/** A box of the drawing, in a grid: column by depth, row by order. */
export interface PlacedService {
  service: DrawnService;
  column: number;
  row: number;
}

export interface PlacedVolume {
  volume: string;
  column: number;
  row: number;
}

/** From a service to what it needs or mounts. */
export interface Edge {
  from: string;
  to: string;
  kind: 'depends' | 'reads' | 'writes';
}

export interface StackLayout {
  services: PlacedService[];
  volumes: PlacedVolume[];
  edges: Edge[];
  columns: number;
  rows: number;
}

/**
 * Places a stack from left to right: what is opened to people first, what others depend on further right, volumes in a
 * column of their own. Jobs stand below the services of their column. Pure, and stable for the same drawing.
 */
export function layoutStack(drawing: StackDrawing): StackLayout {
  const byName = new Map(drawing.services.map((service) => [service.name, service]));
  const depths = new Map<string, number>();
  for (const service of drawing.services) depthOf(service, byName, depths, new Set());
  const deepest = Math.max(0, ...depths.values());
  const columns: DrawnService[][] = Array.from({ length: deepest + 1 }, () => []);
  for (const service of [...drawing.services].sort(byImportance)) {
    // Who depends on nothing and is needed by somebody stands right of them.
    columns[deepest - (depths.get(service.name) ?? 0)]?.push(service);
  }
  const rows = new Map<string, number>();
  const services = columns.flatMap((column, index) =>
    placeNear(column, (service) =>
      index === 0
        ? []
        : drawing.services
            .filter((other) => other.dependsOn.includes(service.name))
            .map((other) => rows.get(other.name)),
    ).map(({ item: service, row }) => {
      rows.set(service.name, row);
      return { service, column: index, row };
    }),
  );
  const mounters = (volume: string) =>
    drawing.services.filter((service) => service.volumes.some((mount) => mount.volume === volume));
  const used = drawing.volumes.filter((volume) => mounters(volume).length > 0);
  const volumes = placeNear(used, (volume) => mounters(volume).map((service) => rows.get(service.name))).map(
    ({ item: volume, row }) => ({ volume, column: deepest + 1, row }),
  );
  return {
    services,
    volumes,
    edges: drawing.services.flatMap((service) => edgesOf(service, byName)),
    columns: deepest + (volumes.length > 0 ? 2 : 1),
    rows: 1 + Math.max(0, ...services.map((placed) => placed.row), ...volumes.map((placed) => placed.row)),
  };
}

/** Gives each its own row, as near as can be to the rows of what it is joined to, so that lines stay short. */
function placeNear<T>(
  items: readonly T[],
  neighbours: (item: T) => (number | undefined)[],
): { item: T; row: number }[] {
  const wished = items.map((item) => {
    const rows = neighbours(item).filter((row) => row !== undefined);
    return { item, wish: rows.length > 0 ? rows.reduce((sum, row) => sum + row, 0) / rows.length : 0 };
  });
  let free = 0;
  return wished
    .sort((left, right) => left.wish - right.wish)
    .map(({ item, wish }) => {
      const row = Math.max(free, Math.round(wish));
      free = row + 1;
      return { item, row };
    });
}

/** How many steps of dependencies a service stands on; a service that is alone stands at the left, with the others. */
function depthOf(
  service: DrawnService,
  byName: Map<string, DrawnService>,
  depths: Map<string, number>,
  path: Set<string>,
): number {
  const known = depths.get(service.name);
  if (known !== undefined) return known;
  if (path.has(service.name)) return 0;
  path.add(service.name);
  const needed = service.dependsOn.flatMap((name) => {
    const dependency = byName.get(name);
    return dependency ? [depthOf(dependency, byName, depths, path) + 1] : [];
  });
  const isNeeded = [...byName.values()].some((other) => other.dependsOn.includes(service.name));
  const alone = needed.length === 0 && !isNeeded;
  const depth = alone ? tallestChain(byName) : Math.max(0, ...needed);
  depths.set(service.name, depth);
  return depth;
}

function tallestChain(byName: Map<string, DrawnService>): number {
  const lengthFrom = (service: DrawnService, path: ReadonlySet<string>): number => {
    if (path.has(service.name)) return 0;
    const next = new Set([...path, service.name]);
    const lengths = service.dependsOn.flatMap((name) => {
      const dependency = byName.get(name);
      return dependency ? [1 + lengthFrom(dependency, next)] : [];
    });
    return Math.max(0, ...lengths);
  };
  return Math.max(0, ...[...byName.values()].map((service) => lengthFrom(service, new Set())));
}

function edgesOf(service: DrawnService, byName: Map<string, DrawnService>): Edge[] {
  const dependencies = service.dependsOn
    .filter((name) => byName.has(name))
    .map((name): Edge => ({ from: service.name, to: name, kind: 'depends' }));
  const mounts = service.volumes.map(
    ({ volume, readOnly }): Edge => ({
      from: service.name,
      to: `volume:${volume}`,
      kind: readOnly ? 'reads' : 'writes',
    }),
  );
  return [...dependencies, ...mounts];
}

function byImportance(left: DrawnService, right: DrawnService): number {
  return rank(left) - rank(right) || left.name.localeCompare(right.name);
}

function rank(service: DrawnService): number {
  if (service.role === 'model') return 0;
  if (service.role === 'job') return 3;
  return service.exposed ? 1 : 2;
}
