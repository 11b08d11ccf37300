export { cutEngine } from './cut-engine';
export { expectAccessible } from './expect-accessible';
export { expectFocusInSight, tabTo, walkStops } from './keyboard';
export { layoutShiftOf } from './layout-shift';
export { platformInfo, signedInAs } from './platform-info';
export { sampleProject } from './sample-project';
export { ensureSmallImage, greetingOn, smallStack } from './small-stack';
export { expect, test } from './test';
