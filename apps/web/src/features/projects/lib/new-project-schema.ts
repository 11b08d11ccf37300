import { createProjectInput } from '@jalon/contracts';

/** The fields that are typed; what the stack starts from is chosen beside them. */
export const newProjectSchema = createProjectInput.omit({ start: true, description: true, memberIds: true });
