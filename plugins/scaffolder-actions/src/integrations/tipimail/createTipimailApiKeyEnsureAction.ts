import { Config } from '@backstage/config';
import {
  readTipimailConfig,
  TipimailProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames, environmentIds } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import {
  requireSink,
  secretOutput,
  SecretSinks,
  sinkInput,
  toSecretReference,
} from '../../sinks/SecretSink';
import { createApiKeyResource, readApiKey } from './createApiKeyResource';
import { examples } from './createTipimailApiKeyEnsureAction.examples';

const id = 'fabrique:tipimail:api-key:ensure';

/** Where applications hand in their messages, with the user of the account and a key as password. */
const smtp = { SMTP_HOST: 'smtp.tipimail.com', SMTP_PORT: '587' };

/**
 * Creates the action `fabrique:tipimail:api-key:ensure`.
 *
 * @public
 */
export function createTipimailApiKeyEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  tipimail: TipimailProvisioner | undefined;
  sinks: SecretSinks;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Makes sure of a Tipimail key for each environment that really sends messages, and puts what the application needs (SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, SMTP_FROM) into the secret `smtp`. Environments whose messages a mail catcher keeps get none.',
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        environments: z =>
          z
            .array(z.enum(environmentIds))
            .min(1)
            .describe('Environments that send messages.'),
        sender: z =>
          z
            .string()
            .email()
            .optional()
            .describe(
              'Address that messages come from; by default ne-pas-repondre at the host of production.',
            ),
        sink: sinkInput,
      },
      output: {
        keys: z =>
          z
            .array(
              z.object({
                environment: z
                  .enum(environmentIds)
                  .describe('Environment of the application.'),
                secret: secretOutput(z),
              }),
            )
            .describe('The environments, and where their credentials went.'),
        sender: z =>
          z
            .string()
            .describe(
              'Value of the annotation fabrique.social.gouv.fr/tipimail-senders.',
            ),
      },
    },
    prepare(input, ctx) {
      const tipimail = requireConfigured(
        options.tipimail,
        id,
        'Tipimail',
        'tipimail',
      );
      const sink = requireSink(options.sinks, id, input.sink);
      const caught =
        readTipimailConfig(options.config)?.mailCatcherEnvironments ?? [];
      const names = computeNames(options.config, input.name);
      const sender =
        input.sender ?? `ne-pas-repondre@${names.environments.prod.host}`;
      const keys = [...new Set(input.environments)]
        .filter(environment => !caught.includes(environment))
        .map(environment => {
          const owner = { application: names.repository, environment };
          return {
            environment,
            key: createApiKeyResource(tipimail, owner),
            secret: sink.createResource({
              workspacePath: ctx.workspacePath,
              names,
              environment,
              secretName: 'smtp',
              keys: [
                ...Object.keys(smtp),
                'SMTP_USER',
                'SMTP_PASSWORD',
                'SMTP_FROM',
              ],
              makeValues: async call => ({
                ...smtp,
                SMTP_USER: tipimail.apiUser,
                SMTP_PASSWORD: await readApiKey(tipimail, owner, call),
                SMTP_FROM: sender,
              }),
            }),
          };
        });
      return {
        application: names.repository,
        // A secret waits for its own key only.
        resources: keys.flatMap(({ key, secret }) => [
          { ...key, after: [] },
          { ...secret, after: [key.key] },
        ]),
        toOutputs: references => ({
          keys: keys.map(({ environment, secret }) => ({
            environment,
            secret: toSecretReference(references, secret),
          })),
          sender,
        }),
      };
    },
  });
}
