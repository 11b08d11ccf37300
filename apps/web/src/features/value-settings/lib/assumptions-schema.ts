import { saveValueSettingsInputSchema } from '@jalon/contracts';

/** In a file of its own, because the rules come with the form and not with the page. */
export const assumptionsSchema = saveValueSettingsInputSchema;
