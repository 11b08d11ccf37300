import { trpc } from '../../trpc';
import { changeRole } from './change-role';
import { disable } from './disable';
import { enable } from './enable';
import { invite } from './invite';
import { list } from './list';
import { revokeInvitation } from './revoke-invitation';

export const peopleRouter = trpc.router({ list, invite, revokeInvitation, changeRole, disable, enable });
