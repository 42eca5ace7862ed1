import { TipimailProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';
import { Remover } from '../../undo/Remover';

/** What is known of a domain afterwards. */
export type DomainReference = {
  domain: string;
  /** Whether receivers can see that messages really come from it. */
  verified: boolean;
};

const keyStart = 'tipimail/domain/';

/** A domain from which messages are sent. Tipimail keeps no owner of it: the ledger does. */
export function createDomainResource(
  tipimail: TipimailProvisioner,
  wish: { domain: string; email: string },
): EnsuredResource<
  Awaited<ReturnType<TipimailProvisioner['findDomain']>>,
  DomainReference
> {
  const { domain, email } = wish;
  const isVerified = (found: {
    verifiedDkim?: unknown;
    verifiedSpf?: unknown;
  }) => found.verifiedDkim === true && found.verifiedSpf === true;
  return {
    key: `${keyStart}${domain}`,
    title: `sending domain ${domain}`,
    ledger: { type: 'tipimail-domain' },
    read: call => tipimail.findDomain(domain, call),
    plan(found) {
      if (!found) return { verb: 'create', detail: 'to be verified by DNS' };
      return {
        verb: 'nothing',
        detail: isVerified(found)
          ? 'is verified'
          : 'is declared, and waits for its DNS records',
        untagged: true,
      };
    },
    async apply(_found, call) {
      if (!(await tipimail.findDomain(domain, call))) {
        await tipimail.createDomain(
          { sending: domain, tracking: `link.${domain}`, email },
          call,
        );
      }
      call.log(
        `messages from ${domain} reach people once the DKIM and SPF records that ${tipimail.appUrl} shows are in its DNS`,
      );
      const found = await tipimail.findDomain(domain, call);
      return { domain, verified: found !== undefined && isVerified(found) };
    },
    refer: found => ({
      domain,
      verified: found !== undefined && isVerified(found),
    }),
    locate: () => tipimail.appUrl,
  };
}

/** Removes a domain: nothing can be sent from it any more. */
export function createDomainRemover(tipimail: TipimailProvisioner): Remover {
  const nameOf: Remover['nameOf'] = ({ key }) => key.slice(keyStart.length);
  return {
    nameOf,
    async inspect(entry, call) {
      const found = await tipimail.findDomain(nameOf(entry), call);
      return { exists: found !== undefined };
    },
    remove: (entry, call) => tipimail.deleteDomain(nameOf(entry), call),
  };
}
