/** The language of the terminal, as its locale says: `fr_FR.UTF-8` → `fr-FR`; English where it says nothing. */
export function readLanguage(env: NodeJS.ProcessEnv): string {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en';
  return locale.split('.')[0].replace('_', '-');
}
