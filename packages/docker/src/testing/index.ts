export { engineOnAlteredLine } from './altered-line';
export { BUSYBOX_IMAGE, ensureBusybox } from './busybox-image';
export { testEndpoint } from './endpoint';
export { TestJournal } from './journal';
export { healthStep, quickCheck, runningStep, testNetwork, testPlan, testVolume, upSteps } from './plan';
export { type TestEngine, testEngine } from './test-engine';
export { testLabels, testService, testSpec, testTarget } from './test-stack';
