import type { DrillResult } from '../drill';
import type { Lane } from '../lane';
import type { Random } from '../random';
import type { Means } from '../stacks/draw-stack';

/** What one unit of a campaign is given. */
export interface UnitTools {
  lane: Lane;
  random: Random;
  means: Means;
  /** Takes what one deployment came to; throws UnitFailed when something was found, so that the unit ends there. */
  took(result: DrillResult): void;
  /** True once the campaign has what it wants: a unit without an end of its own ends then. */
  isEnough(): boolean;
}

/** A series of deployments in an environment of its own, the same for the same seed. */
export interface Unit {
  /** Names it for a replay. */
  name: string;
  run(tools: UnitTools): Promise<void>;
}

/** A deployment left something that should not be; the report has it already. */
export class UnitFailed extends Error {
  override readonly name = 'UnitFailed';
}
