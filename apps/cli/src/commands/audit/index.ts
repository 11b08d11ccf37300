import type { Command } from '../../args/command';
import { verify } from './verify';

/** `jalon audit …`: what concerns an installation's audit log. */
export const AUDIT_COMMANDS: readonly Command[] = [verify];
