import { fleet } from '../../fleet/fleet';
import { toUuid } from '../../fleet/stableNoise';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';

/** What the portal signs in with. As in app-config.yaml. */
export const tipimailAccount = {
  apiUser: 'sandbox-tipimail-user',
  apiKey: 'sandbox-tipimail-key',
} as const;

/** A domain from which the account sends, in Tipimail's own words. */
export interface TipimailDomain {
  id: string;
  sending: string;
  tracking: string;
  /** Seconds since 1970. */
  createdAt: number;
  updatedAt: number;
  verifiedDkim: boolean;
  verifiedSpf: boolean;
  verifiedMx: boolean;
  verifiedA: boolean;
  verifiedTracking: boolean;
  verifiedDomain: boolean;
  default: boolean;
}

/** A key with which applications sign in, in Tipimail's own words. */
export interface TipimailApiKey {
  id: string;
  hash: string;
  key: string;
  description: string;
  iPFilterEnabled: boolean;
  allowedIPs: string[];
  createdAt: number;
  updatedAt: number;
  enabled: boolean;
}

/** A message that somebody sent here. */
export interface SentMessage {
  id: string;
  from: string;
  to: string;
  subject: string;
  at: string;
  state: 'delivered' | 'hardbounced' | 'rejected';
}

/** Domains, keys and messages of the account, on disk. */
export class TipimailState {
  readonly domains: DocumentStore<TipimailDomain>;
  readonly apiKeys: DocumentStore<TipimailApiKey>;
  readonly messages: DocumentStore<SentMessage>;
  readonly #context: SandboxContext;

  constructor(context: SandboxContext) {
    this.#context = context;
    this.domains = context.documents('tipimail-domains');
    this.apiKeys = context.documents('tipimail-api-keys');
    this.messages = context.documents('tipimail-messages');
  }

  now(): Date {
    return this.#context.now();
  }

  get seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  seed(): void {
    if (this.domains.size > 0) return;
    const createdAt = Date.parse('2022-03-01T09:00:00Z') / 1000;
    this.domains.putAll(
      fleet.flatMap(({ tipimailSender, scenarios }) => {
        if (!tipimailSender) return [];
        const isVerified = !scenarios.includes('mail-domain');
        const domain = createDomain(tipimailSender.split('@')[1], createdAt);
        return [
          [
            domain.sending,
            {
              ...domain,
              // As when somebody forgot the record of the key when the domain moved.
              verifiedDkim: isVerified,
              verifiedSpf: true,
              verifiedMx: true,
              verifiedA: true,
              verifiedTracking: true,
              verifiedDomain: true,
            },
          ],
        ];
      }),
    );
  }
}

/** A domain as it is when it has just been declared: nothing is verified yet. */
export function createDomain(
  sending: string,
  createdAt: number,
  tracking = `link.${sending}`,
): TipimailDomain {
  return {
    id: toUuid('tipimail', sending).replaceAll('-', '').slice(0, 24),
    sending,
    tracking,
    createdAt,
    updatedAt: createdAt,
    verifiedDkim: false,
    verifiedSpf: false,
    verifiedMx: false,
    verifiedA: false,
    verifiedTracking: false,
    verifiedDomain: false,
    default: false,
  };
}
