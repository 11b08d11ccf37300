import { listPolicies } from '@jalon/core/gate-policy';
import { procedure } from '../../procedure';

export const list = procedure('setting:write').query(({ ctx }) => listPolicies(ctx.core));
