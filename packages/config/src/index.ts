export { deriveKey, type KeyPurpose } from './derive-key';
export { type GatewayConfig, readGatewayConfig } from './gateway';
export { type MigrateConfig, readMigrateConfig } from './migrate';
export { type ConfigSource, InvalidConfigError, readConfig } from './read';
export { readWebConfig, type WebConfig } from './web';
export { readWorkerConfig, type WorkerConfig } from './worker';
