export { type MergedFile, type MergeOptions, mergeFragment } from './edit/merge-fragment';
export { imagesOf } from './images-of';
export { interpolate } from './interpolation/interpolate';
export { listVariables, type VariableUse } from './list-variables';
export { type ParsedStack, parseStack } from './parse-stack';
export { parseBytes } from './units/bytes';
export { parseDuration } from './units/duration';
