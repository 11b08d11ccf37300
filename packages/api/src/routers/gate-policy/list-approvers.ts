import { listApprovers } from '@jalon/core/gate-policy';
import { procedure } from '../../procedure';

export const approvers = procedure('setting:write').query(({ ctx }) => listApprovers(ctx.core));
