import { getValueSettings } from '@jalon/core/value-settings';
import { procedure } from '../../procedure';

export const get = procedure('setting:write').query(({ ctx }) => getValueSettings(ctx.core));
