import { BUSYBOX_IMAGE } from '@jalon/docker/testing';

export interface ChainOptions {
  /** Makes another configuration of every service. */
  version?: string;
  /** Seconds until each service turns healthy. */
  readyAfter?: number;
  /** Replaces the last service's command. */
  webCommand?: string;
}

/** Three services that wait for each other's health; the last is opened by the gateway. */
export function chainOf({ version = '1', readyAfter = 0.3, webCommand }: ChainOptions = {}): string {
  const command = `sleep ${readyAfter}; echo ready ${version}; touch /tmp/ready; while true; do sleep 1; done`;
  const service = (name: string, needs: string | null, script: string) => `
  ${name}:
    image: ${BUSYBOX_IMAGE}
    init: true
    stop_grace_period: 1s
    command: ["sh", "-c", ${JSON.stringify(script)}]
    environment: { VERSION: "${version}" }
    healthcheck: { test: ["CMD", "test", "-f", "/tmp/ready"], interval: 500ms, timeout: 2s, retries: 10 }
    volumes: [ "data:/data" ]${needs ? `\n    depends_on: { ${needs}: { condition: service_healthy } }` : ''}`;
  return `services:${service('db', null, command)}${service('model', 'db', command)}${service('web', 'model', webCommand ?? command)}
    x-jalon: { role: service, expose: { port: 8080, basePath: strip } }
volumes:
  data: {}
`;
}

/** One service without a health check, and one job that runs this shell script. */
export function jobOf(script: string): string {
  // Compose would put variables in.
  const escaped = JSON.stringify(script).replaceAll('$', '$$$$');
  return `services:
  idle:
    image: ${BUSYBOX_IMAGE}
    init: true
    stop_grace_period: 1s
    command: ["sleep", "600"]
  train:
    image: ${BUSYBOX_IMAGE}
    init: true
    profiles: ["jobs"]
    command: ["sh", "-c", ${escaped}]
    x-jalon: { role: job, job: train }
`;
}
