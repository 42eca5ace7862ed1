import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';
import { AnnotationDefinition } from '../annotation';

/**
 * Links an entity to the mailboxes of its product.
 *
 * @public
 */
export const office365Annotation: AnnotationDefinition = {
  name: 'fabrique.social.gouv.fr/mailboxes',
  title: { en: 'Mailboxes', fr: 'Boîtes aux lettres' },
  description: {
    en: "Addresses of the product's mailboxes in Office 365, separated by commas: groups, distribution lists, shared mailboxes.",
    fr: 'Adresses des boîtes du produit dans Office 365, séparées par des virgules : groupes, listes de diffusion, boîtes partagées.',
  },
  pattern: '[^\\s,@]+@[^\\s,@/]+(\\s*,\\s*[^\\s,@]+@[^\\s,@/]+)*',
  example: 'contact.domifa@fabrique.social.gouv.fr',
};

/**
 * What an address is: a Microsoft 365 group with a mailbox of its own, a list that passes messages on, a
 * mailbox that people share, that of one person, or a mailbox of which Office 365 does not say it.
 *
 * @public
 */
export type Office365MailboxKind =
  | 'group'
  | 'list'
  | 'shared'
  | 'personal'
  | 'mailbox';

/**
 * A mailbox of a product.
 *
 * @public
 */
export interface Office365Mailbox {
  address: string;
  name: string;
  kind: Office365MailboxKind;
  /** Those who get its messages; absent where Office 365 does not tell. */
  memberCount?: number;
  /** Names of those who decide on its members; absent where Office 365 does not tell. */
  owners?: string[];
  /** Outlook on the web, where it opens that very mailbox. */
  url?: string;
}

/**
 * The mailboxes of a product.
 *
 * @public
 */
export interface Office365View {
  mailboxes: Office365Mailbox[];
  /** Addresses that Office 365 does not know. */
  missing: string[];
}

/**
 * When a mailbox asks for attention.
 *
 * @public
 */
export interface Office365Thresholds {
  /** Attention below this many owners of a group. */
  minimumOwners: number;
}

/**
 * Defaults of {@link Office365Thresholds}.
 *
 * @public
 */
export const defaultOffice365Thresholds: Office365Thresholds = {
  minimumOwners: 1,
};

/**
 * Judges the mailboxes of a product.
 *
 * @public
 */
export function toOffice365Verdict(
  view: Office365View,
  thresholds: Office365Thresholds,
): Verdict {
  const reasons: VerdictReason[] = [];
  for (const { address, owners } of view.mailboxes) {
    if (owners && owners.length < thresholds.minimumOwners) {
      reasons.push(
        owners.length === 0
          ? {
              level: 'attention',
              key: 'office365.noOwner',
              params: { address },
            }
          : {
              level: 'attention',
              key: 'office365.fewOwners',
              params: { address, count: owners.length },
            },
      );
    }
  }
  for (const address of view.missing) {
    reasons.push({
      level: 'attention',
      key: 'office365.missing',
      params: { address },
    });
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toOffice365Verdict}.
 *
 * @public
 */
export const office365VerdictWords = {
  title: 'Office 365',
  reason: {
    noOwner: 'the mailbox {{address}} has no owner',
    fewOwners_one: 'the mailbox {{address}} has {{count, number}} owner only',
    fewOwners_other:
      'the mailbox {{address}} has {{count, number}} owners only',
    missing: 'the mailbox {{address}} does not exist (any more)',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link office365VerdictWords}.
 *
 * @public
 */
export const frOffice365VerdictWords = {
  title: 'Office 365',
  reason: {
    noOwner: "la boîte {{address}} n'a pas de propriétaire",
    fewOwners_one:
      "la boîte {{address}} n'a que {{count, number}} propriétaire",
    fewOwners_other:
      "la boîte {{address}} n'a que {{count, number}} propriétaires",
    missing: "la boîte {{address}} n'existe pas (ou plus)",
  },
} satisfies VerdictWords<keyof typeof office365VerdictWords.reason>;
