export { createAzureFacade } from './createAzureFacade';
