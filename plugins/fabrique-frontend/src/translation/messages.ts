import { findingMessages } from './findingMessages';
import { frameMessages } from './frameMessages';
import { pageMessages } from './pageMessages';
import { resourceMessages } from './resourceMessages';
import { scaffolderMessages } from './scaffolderMessages';
import { serviceWords } from './serviceWords';

/** The English of the plugin. */
export const messages = {
  ...frameMessages,
  ...findingMessages,
  ...serviceWords,
  ...pageMessages,
  ...resourceMessages,
  ...scaffolderMessages,
};
