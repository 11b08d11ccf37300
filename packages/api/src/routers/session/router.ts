import { trpc } from '../../trpc';
import { acceptInvitation } from './accept-invitation';
import { changePassword } from './change-password';
import { completeSetup } from './complete-setup';
import { me } from './me';
import { readInvitation } from './read-invitation';
import { readSetup } from './read-setup';
import { setLocale } from './set-locale';
import { setupStatus } from './setup-status';

export const sessionRouter = trpc.router({
  me,
  setLocale,
  changePassword,
  setupStatus,
  readSetup,
  completeSetup,
  readInvitation,
  acceptInvitation,
});
