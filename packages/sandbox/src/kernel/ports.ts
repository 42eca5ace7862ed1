/**
 * The systems of the sandbox and the last two digits of their ports. With the default prefix 71,
 * GitHub answers on 127.0.0.1:7101.
 */
export const portSuffixes = {
  control: '00',
  github: '01',
  gitlab: '02',
  azure: '03',
  'kubernetes-dev': '04',
  'kubernetes-prod': '05',
  sentry: '06',
  matomo: '07',
  grafana: '08',
  blob: '09',
  postgres: '10',
  upptime: '11',
  tipimail: '12',
  nextcloud: '13',
  office365: '14',
  'key-vault': '19',
  'azure-portal': '20',
} as const;

export type UpstreamId = keyof typeof portSuffixes;

/** The port of one system, for a prefix from 11 to 654. */
export function toPort(id: UpstreamId, portPrefix: number): number {
  return Number(`${portPrefix}${portSuffixes[id]}`);
}

/** The address of one system. Azure's SDKs refuse the Resource Manager and vaults over plain HTTP. */
export function toUrl(id: UpstreamId, portPrefix: number): string {
  const scheme =
    { azure: 'https', 'key-vault': 'https', postgres: 'postgres' }[
      id as string
    ] ?? 'http';
  return `${scheme}://127.0.0.1:${toPort(id, portPrefix)}`;
}
