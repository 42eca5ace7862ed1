import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { Removers } from './undo/Remover';

/** What one service adds: its actions, and what undoes what they made. */
export interface ServiceActions {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  actions: TemplateAction<any, any, any>[];
  removers: Removers;
}
