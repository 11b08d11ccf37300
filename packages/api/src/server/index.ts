export { checkOrigin } from './check-origin';
export { createServer, type Server, type ServerConfig } from './create-server';
export { handleAttachmentRequest } from './handle-attachment';
export { handleAuditExportRequest, handleExportRequest } from './handle-export';
export { handleFileRequest } from './handle-file';
export { handleHealthRequest } from './handle-health';
export { handleTrpcRequest } from './handle-request';
export { handleSamplesRequest } from './handle-samples';
