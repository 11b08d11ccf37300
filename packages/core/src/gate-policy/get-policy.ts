import type { GatePolicyView, PolicyStageInput } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { CHECKS } from '../gate/checks';
import { stageView } from '../reference';
import { findVersions, requirePolicy } from './policy.repository';

/** A gate's policy with every version. The caller holds `setting:write`. NOT_FOUND where no gate closes the stage. */
export async function getPolicy({ db }: CoreContext, { from }: PolicyStageInput): Promise<GatePolicyView> {
  const policy = await requirePolicy(db, from);
  return {
    from: stageView(policy.from),
    to: stageView(policy.to),
    versions: await findVersions(db, policy.id),
    checks: Object.keys(CHECKS),
  };
}
