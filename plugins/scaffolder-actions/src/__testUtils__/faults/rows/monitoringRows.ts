import { TestSandbox } from '@socialgouv/fabrique-sandbox';
import { ActionRow } from '../ActionRow';

const toUrl = (name: string) => `https://${name}.fabrique.social.gouv.fr`;

async function createSiteByHand(
  { urls }: TestSandbox,
  name: string,
): Promise<void> {
  await fetch(`${urls.matomo}/index.php`, {
    method: 'POST',
    body: new URLSearchParams({
      module: 'API',
      method: 'SitesManager.addSite',
      format: 'json',
      token_auth: 'sandbox-matomo-token',
      siteName: name,
      'urls[0]': toUrl(name),
    }),
  });
}

/** Actions of Sentry, Matomo, Grafana and UppTime. */
export const monitoringRows: ActionRow[] = [
  {
    action: 'fabrique:sentry:project:ensure',
    input: name => ({ name, owner: 'group:default/nouvelle-equipe' }),
  },
  {
    action: 'fabrique:matomo:site:ensure',
    input: name => ({ name, url: toUrl(name) }),
  },
  {
    action: 'fabrique:matomo:site:ensure',
    title: 'fabrique:matomo:site:ensure (adopts)',
    input: name => ({ name, url: toUrl(name), adopt: true }),
    prepare: createSiteByHand,
  },
];
