import { testEngine } from '../../docker/src/testing';
import { platformInfo } from './platform-info';

const IMAGE = 'jalon-test/busybox:1';

/** A page that answers with the variable GREETING on a port of the host, made without a registry. Ready in a second. */
export function smallStack(command = SERVE): string {
  return `services:
  web:
    image: ${IMAGE}
    init: true
    stop_grace_period: 1s
    command: ["sh", "-c", ${JSON.stringify(command)}]
    environment:
      GREETING: "\${GREETING:?set it}"
      TOKEN: "\${TOKEN:?set it}"
    ports:
      - "127.0.0.1:\${MODEL_PORT:-18080}:8080"
    volumes:
      - data:/data
    healthcheck:
      test: ["CMD", "test", "-f", "/tmp/www/index.html"]
      interval: 500ms
      timeout: 2s
      retries: 10
volumes:
  data:
`;
}

/** A dollar sign for Compose is two. */
const SERVE =
  'mkdir -p /tmp/www && echo "$$GREETING" > /tmp/www/index.html && exec httpd -f -p 8080 -h /tmp/www';

/** Sees to it that the engine of the browser tests has the image. */
export async function ensureSmallImage(): Promise<void> {
  const { close } = await testEngine({ endpoint: platformInfo().dockerHost });
  close();
}

/** What the page on this port of the machine says. */
export async function greetingOn(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/index.html`);
  return (await answer.text()).trim();
}
