export { imagesOf } from './images-of';
export { interpolate } from './interpolation/interpolate';
export { type ParsedStack, parseStack } from './parse-stack';
