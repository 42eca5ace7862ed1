import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Office365Provisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import {
  createMailboxOwnersResource,
  createMailboxResource,
  MailboxReference,
} from './createMailboxResources';
import { examples } from './createOffice365MailboxEnsureAction.examples';

const id = 'fabrique:office365:mailbox:ensure';

/**
 * Creates the action `fabrique:office365:mailbox:ensure`.
 *
 * @public
 */
export function createOffice365MailboxEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  office365: Office365Provisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Makes sure of a mailbox of the product in Office 365: a private Microsoft 365 group, whose members get its messages and whose owners decide on the members. Needs the application permissions Group.ReadWrite.All and User.ReadBasic.All.',
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        address: z =>
          z
            .string()
            .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/)
            .max(64)
            .optional()
            .describe(
              'What stands before the @; by default contact. and the name of the application. The directory gives the domain.',
            ),
        title: z =>
          z
            .string()
            .optional()
            .describe('Name that people see; by default that of the address.'),
        owners: z =>
          z
            .array(z.string().email())
            .optional()
            .describe(
              'Addresses of people of the directory who decide on the members, and get the messages; by default the person who runs the template.',
            ),
      },
      output: {
        address: z => z.string().describe('Address of the mailbox.'),
        groupId: z => z.string().describe('Number of the group in Graph.'),
      },
    },
    prepare(
      { name, address = `contact.${name}`, title = address, owners },
      ctx,
    ) {
      const names = computeNames(options.config, name);
      const wish = {
        office365: requireConfigured(
          options.office365,
          id,
          'Office 365',
          'office365',
        ),
        nickname: address,
        title,
        owners: toOwners(owners ?? [], ctx.user?.entity?.spec.profile?.email),
        ownership: { app: names.repository, task: ctx.task.id },
      };
      const mailbox = createMailboxResource(wish);
      return {
        application: names.repository,
        resources: [mailbox, createMailboxOwnersResource(wish)],
        toOutputs: references => references(mailbox.key) as MailboxReference,
      };
    },
  });
}

/** @throws InputError if nobody would own the mailbox. */
function toOwners(asked: string[], person: string | undefined): string[] {
  const owners =
    asked.length > 0 ? asked : [person].filter(one => one !== undefined);
  if (owners.length === 0) {
    throw new InputError(
      `${id} needs somebody who owns the mailbox: give 'owners', or run it as a person whose address the catalog knows`,
    );
  }
  return [...new Set(owners.map(owner => owner.toLowerCase()))];
}
