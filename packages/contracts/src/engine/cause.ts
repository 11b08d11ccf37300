/**
 * Why an operation is needed: a code and its values, so that a page can say it in the reader's language. Names and
 * numbers only, never the value of a variable. `causeText` of the reconciler says it in English.
 */
export type Cause =
  | { code: PlainCause }
  | { code: 'CONFIG_PARTS_CHANGED'; parts: string }
  | { code: 'IMAGE_UPDATED'; image: string }
  | { code: 'CONTAINER_BROKEN'; state: string }
  | { code: 'EXITED'; exitCode: number }
  | { code: 'PREVIOUS_RETURNS'; container: string }
  | { code: 'MUST_STAY_UP'; seconds: number }
  | { code: 'DEPENDENCY_RESTARTED'; service: string }
  | { code: 'NETWORK_CHANGED' | 'NETWORK_MISSING' | 'NETWORK_NOT_CONNECTED'; network: string }
  /** Written before causes had codes. */
  | { code: 'RECORDED'; text: string };

export const PLAIN_CAUSES = [
  'ABSENT',
  'IMAGE_ABSENT',
  'CONFIG_CHANGED',
  'NEVER_STARTED',
  'RESTART_REQUESTED',
  'STOPPED',
  'PAUSED',
  'CRASH_LOOP',
  'UNHEALTHY',
  'SECOND_CONTAINER',
  'SCALED_DOWN',
  'REPLACED',
  'PREVIOUS_IS_WANTED',
  'ONLY_ONE_LEFT',
  'LEFT_BY_UPDATE',
  'LEFT_BY_INTERRUPTION',
  'UPDATE_FAILED',
  'KEPT_UNTIL_READY',
  'SUCCESSOR_READY',
  'NO_REQUEST_REFUSED',
  'COMPLETION_AWAITED',
  'HEALTH_AWAITED',
  'STACK_STOPPED',
  'STACK_REMOVED',
  'NETWORK_UNUSED',
  'SERVICE_GONE',
  'OWN_NETWORK_CHANGED',
] as const;

export type PlainCause = (typeof PLAIN_CAUSES)[number];
export type CauseCode = Cause['code'];
