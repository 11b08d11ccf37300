import { trpc } from '../../trpc';
import { get } from './get-value-settings';
import { save } from './save-value-settings';

export const valueSettingsRouter = trpc.router({ get, save });
