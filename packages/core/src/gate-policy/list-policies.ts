import type { GatePolicySummary, PolicyContent } from '@jalon/contracts';
import type { CoreContext } from '../context';
import { loadPolicies } from '../gate';
import { loadStages, stageView } from '../reference';

/** Every gate with the version in force, in the order of the stages. The caller holds `setting:write`. */
export async function listPolicies({ db }: CoreContext): Promise<GatePolicySummary[]> {
  const stages = await loadStages(db);
  const [policies, rows] = await Promise.all([
    loadPolicies(db, stages),
    db.gatePolicyVersion.findMany({
      select: { id: true, state: true, publishedAt: true, policy: { select: { fromStageId: true } } },
    }),
  ]);
  return stages.flatMap((stage) => {
    const policy = policies.get(stage.key);
    if (!policy) return [];
    const approvals: PolicyContent['approvals'] = policy.approvals;
    const versions = rows.filter((row) => row.policy.fromStageId === stage.id);
    return [
      {
        from: stageView(policy.from),
        to: stageView(policy.to),
        current: {
          number: policy.number,
          items: policy.items.length,
          approvals,
          publishedAt: versions.find(({ id }) => id === policy.versionId)?.publishedAt ?? null,
        },
        hasDraft: versions.some(({ state }) => state === 'DRAFT'),
      },
    ];
  });
}
