/** The schemas of these forms: most visitors of a page leave it before they are needed. */
const contracts = () => import('@jalon/contracts');

export const loadAcceptInvitationInput = () => contracts().then((module) => module.acceptInvitationInput);
export const loadChangePasswordInput = () => contracts().then((module) => module.changePasswordInput);
export const loadCompleteSetupInput = () => contracts().then((module) => module.completeSetupInput);
