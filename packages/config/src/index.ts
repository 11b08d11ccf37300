export { deriveKey, type KeyPurpose } from './derive-key';
export { type GatewayConfig, readGatewayConfig } from './gateway';
export { InvalidConfigError } from './invalid-config-error';
export { type MigrateConfig, readMigrateConfig } from './migrate';
export { type ConfigSource, readConfig } from './read';
export { readWebConfig, type WebConfig } from './web';
export { readWorkerConfig, type WorkerConfig } from './worker';
