import { FabriqueApi } from '../api/FabriqueApi';

/** The backend as far as a test needs it: anything else fails. */
export function createFabriqueApi(answers: Partial<FabriqueApi>): FabriqueApi {
  const unexpected = async () => {
    throw new Error('The test expects no such request');
  };
  return {
    getOverview: unexpected,
    getFleet: unexpected,
    getFleetCsv: unexpected,
    getTransverseServices: unexpected,
    getConnectedServices: unexpected,
    getNameAvailability: unexpected,
    getResources: unexpected,
    listApprovals: unexpected,
    decideApproval: unexpected,
    runGitlabMirror: unexpected,
    ...answers,
  };
}
