import {
  GitlabClient,
  GitlabMirrorClient,
  MirrorSourceClient,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** Whom the card of GitLab asks. */
export interface GitlabClients {
  gitlab: GitlabClient;
  mirrors: GitlabMirrorClient;
  /** Absent where the portal is not connected to GitHub. */
  source?: MirrorSourceClient;
}
