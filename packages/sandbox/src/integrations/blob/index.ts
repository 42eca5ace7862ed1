export { createBlobFacade } from './createBlobFacade';
export type { BlobAccount, BlobFacade } from './createBlobFacade';
