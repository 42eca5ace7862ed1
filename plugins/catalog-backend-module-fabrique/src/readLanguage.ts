import { RootConfigService } from '@backstage/backend-plugin-api';
import { Language } from './LedgerEntityProvider';

const languages: readonly string[] = ['fr', 'en'] satisfies Language[];

/**
 * Reads in which language the resources of the ledger have their titles.
 *
 * @throws Error naming the key, if it is none that the suite speaks.
 */
export function readLanguage(config: RootConfigService): Language {
  const key = 'catalog.providers.fabriqueLedger.language';
  const language = config.getOptionalString(key) ?? 'fr';
  if (!languages.includes(language)) {
    throw new Error(`${key} must be one of ${languages.join(', ')}`);
  }
  return language as Language;
}
