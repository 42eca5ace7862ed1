import { Config } from '@backstage/config';
import { TipimailProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import { createDomainResource, DomainReference } from './createDomainResource';
import { examples } from './createTipimailDomainEnsureAction.examples';

const id = 'fabrique:tipimail:domain:ensure';

/**
 * Creates the action `fabrique:tipimail:domain:ensure`.
 *
 * @public
 */
export function createTipimailDomainEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  tipimail: TipimailProvisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Makes sure of a domain from which the application sends messages through Tipimail. Its DKIM and SPF records are for people to set: Tipimail shows them.',
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        domain: z =>
          z
            .string()
            .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
            .optional()
            .describe(
              'Domain that stands after the @ of the senders; by default the host of the application in production.',
            ),
        email: z =>
          z
            .string()
            .email()
            .optional()
            .describe(
              'Address that Tipimail writes to about the domain; by default postmaster of it.',
            ),
      },
      output: {
        domain: z => z.string().describe('The domain.'),
        verified: z =>
          z.boolean().describe('Whether its DKIM and SPF records are right.'),
      },
    },
    prepare(input) {
      const tipimail = requireConfigured(
        options.tipimail,
        id,
        'Tipimail',
        'tipimail',
      );
      const names = computeNames(options.config, input.name);
      const domain = input.domain ?? names.environments.prod.host;
      const email = input.email ?? `postmaster@${domain}`;
      const resource = createDomainResource(tipimail, { domain, email });
      return {
        application: names.repository,
        resources: [resource],
        toOutputs: references => references(resource.key) as DomainReference,
      };
    },
  });
}
