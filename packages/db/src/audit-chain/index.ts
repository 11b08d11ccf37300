export { CHAIN_FAULTS, type ChainFault } from './check-rows';
export { type ChainPoint, type ChainReport, verifyAuditChain } from './verify-audit-chain';
