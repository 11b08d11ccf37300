/** Comes with the form, not with the page. */
export { createEnvironmentInput as newEnvironmentSchema } from '@jalon/contracts';
