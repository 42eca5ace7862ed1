import { Config } from '@backstage/config';

/**
 * How the portal reaches the mailboxes of Office 365, from `fabrique.office365`.
 *
 * @public
 */
export interface Office365Config {
  /** Sign-in host, where it is not that of the public cloud. */
  authorityHost?: string;
  /** Microsoft Graph, without its version and without a trailing slash. */
  graphUrl: string;
  /** Outlook on the web, without a trailing slash. */
  outlookUrl: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
}

/**
 * Reads `fabrique.office365`.
 *
 * @returns undefined when the portal is not connected to Office 365.
 * @throws Error naming the full key, if a required value is missing.
 *
 * @public
 */
export function readOffice365Config(root: Config): Office365Config | undefined {
  const config = root.getOptionalConfig('fabrique.office365');
  if (!config) return undefined;
  const url = (key: string, fallback: string) =>
    (config.getOptionalString(key) ?? fallback).replace(/\/+$/, '');
  return {
    authorityHost: config.getOptionalString('authorityHost'),
    graphUrl: url('graphUrl', 'https://graph.microsoft.com'),
    outlookUrl: url('outlookUrl', 'https://outlook.office.com'),
    tenantId: config.getString('tenantId'),
    clientId: config.getString('clientId'),
    clientSecret: config.getString('clientSecret'),
  };
}
