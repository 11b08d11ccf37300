import { trpc } from '../../trpc';
import { get } from './get-policy';
import { grant } from './grant-approver';
import { approvers } from './list-approvers';
import { list } from './list-policies';
import { publish } from './publish-policy';
import { revoke } from './revoke-approver';
import { saveDraft } from './save-draft';

export const gatePolicyRouter = trpc.router({ list, get, saveDraft, publish, approvers, grant, revoke });
