import type { Command } from '../args/command';
import { check } from './check';
import { convert } from './convert';
import { down } from './down';
import { logs } from './logs';
import { plan } from './plan';
import { ps } from './ps';
import { up } from './up';

/** In the order in which one meets them. */
export const COMMANDS: readonly Command[] = [check, convert, plan, up, ps, logs, down];
