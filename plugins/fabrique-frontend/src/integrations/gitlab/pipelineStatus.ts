import { GitlabPipelineStatus } from '@socialgouv/backstage-plugin-fabrique-common';
import { MarkLevel } from '../../card/VerdictMark';

/** The sign of each state of a pipeline or a stage. */
export const statusMarks: Record<GitlabPipelineStatus, MarkLevel> = {
  created: 'pending',
  waiting_for_resource: 'pending',
  preparing: 'pending',
  pending: 'pending',
  running: 'pending',
  success: 'ok',
  failed: 'problem',
  canceled: 'none',
  skipped: 'none',
  manual: 'none',
  scheduled: 'none',
};
