import type { Cause, PlainCause } from '@jalon/contracts';

const PLAIN: Record<PlainCause, string> = {
  ABSENT: 'not there yet',
  IMAGE_ABSENT: 'the host does not have it',
  CONFIG_CHANGED: 'its configuration changed',
  NEVER_STARTED: 'made but never started',
  RESTART_REQUESTED: 'restart requested',
  STOPPED: 'stopped',
  PAUSED: 'paused',
  CRASH_LOOP: 'crash loop',
  UNHEALTHY: 'unhealthy',
  SECOND_CONTAINER: 'a second container of this service',
  SCALED_DOWN: 'fewer containers are wanted',
  REPLACED: 'replaced',
  PREVIOUS_IS_WANTED: 'the previous container is the wanted one',
  ONLY_ONE_LEFT: 'the only container left',
  LEFT_BY_UPDATE: 'left by the update before',
  LEFT_BY_INTERRUPTION: 'left by an interrupted update',
  UPDATE_FAILED: 'the update failed',
  KEPT_UNTIL_READY: 'kept until the new container is ready',
  SUCCESSOR_READY: 'the new container is ready',
  NO_REQUEST_REFUSED: 'no request is refused',
  COMPLETION_AWAITED: 'others start when it has completed',
  HEALTH_AWAITED: 'its health check must pass',
  STACK_STOPPED: 'the stack is stopped',
  STACK_REMOVED: 'the stack is removed',
  NETWORK_UNUSED: 'no service is on it any more',
  SERVICE_GONE: 'no longer part of the stack',
  OWN_NETWORK_CHANGED: 'its network changed',
};

/** A cause in English, for the text of a plan. */
export function causeText(cause: Cause): string {
  switch (cause.code) {
    case 'CONFIG_PARTS_CHANGED':
      return `config changed: ${cause.parts}`;
    case 'IMAGE_UPDATED':
      return `image updated: ${cause.image} is another image now`;
    case 'CONTAINER_BROKEN':
      return `container is ${cause.state}`;
    case 'EXITED':
      return `stopped (exit code ${cause.exitCode})`;
    case 'PREVIOUS_RETURNS':
      return `the update failed; ${cause.container} returns`;
    case 'MUST_STAY_UP':
      return `must stay up for ${cause.seconds} s`;
    case 'DEPENDENCY_RESTARTED':
      return `${cause.service} was started again`;
    case 'NETWORK_CHANGED':
      return `network ${cause.network} changed`;
    case 'NETWORK_MISSING':
      return `network ${cause.network} is missing`;
    case 'NETWORK_NOT_CONNECTED':
      return `not connected to network ${cause.network}`;
    case 'RECORDED':
      return cause.text;
    default:
      return PLAIN[cause.code];
  }
}
