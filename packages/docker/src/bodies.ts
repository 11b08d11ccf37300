/** What is sent to an engine to make something, for those who want to look at it without an engine. */
export { buildQuery } from './build/build-query';
export { containerBody } from './operations/container-body';
export { networkBody, volumeBody } from './operations/resource-bodies';
