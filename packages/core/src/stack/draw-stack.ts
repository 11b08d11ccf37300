import type { DrawnService, PortModel, ServiceModel, StackDrawing, StackModel } from '@jalon/contracts';

/** What a drawing of the architecture needs of a stack. Pure. */
export function drawStack(stack: StackModel): StackDrawing {
  return {
    services: Object.values(stack.services).map(drawService),
    volumes: Object.keys(stack.volumes),
  };
}

function drawService(service: ServiceModel): DrawnService {
  const { jalon } = service;
  return {
    name: service.name,
    role: jalon.role,
    technology: jalon.technology,
    job: jalon.job,
    source: service.image ?? service.build?.context ?? '',
    dependsOn: Object.keys(service.dependsOn),
    volumes: service.mounts
      .filter((mount) => mount.type === 'volume' && mount.source !== '')
      .map((mount) => ({ volume: mount.source, path: mount.target, readOnly: mount.readOnly })),
    ports: service.ports.map(printPort),
    exposed: jalon.expose !== null,
  };
}

function printPort(port: PortModel): string {
  const host = port.published === null ? '' : `${port.hostIp ? `${port.hostIp}:` : ''}${port.published}:`;
  return `${host}${port.target}${port.protocol === 'udp' ? '/udp' : ''}`;
}
