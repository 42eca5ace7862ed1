// In one file, as they are shown together: each would bring all words of the plugin again.
export { ApplicationsCard } from './ApplicationsCard';
export { AttentionCard } from './AttentionCard';
export { TransverseServicesCard } from './TransverseServicesCard';
