import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';
import { AnnotationDefinition } from '../annotation';

/**
 * Links an entity to the shared folder of its product.
 *
 * @public
 */
export const nextcloudAnnotation: AnnotationDefinition = {
  name: 'fabrique.social.gouv.fr/nextcloud-folder',
  title: { en: 'NextCloud folder', fr: 'Dossier NextCloud' },
  description: {
    en: "Path of the product's shared folder, as the portal's account sees it, with its spaces and accents.",
    fr: 'Chemin du dossier partagé du produit, tel que le compte du portail le voit, avec ses espaces et ses accents.',
  },
  pattern: '/?(?!\\.{1,2}(/|$))[^/]+(/(?!\\.{1,2}(/|$))[^/]+)*/?',
  example: 'Produits/DomiFa',
};

/**
 * Something in a shared folder.
 *
 * @public
 */
export interface NextcloudEntry {
  name: string;
  isFolder: boolean;
  /** ISO 8601; of a folder, when anything in it changed. */
  modifiedAt?: string;
  sizeBytes?: number;
  /** Its page in NextCloud. */
  url: string;
}

/**
 * Who may see a shared folder.
 *
 * @public
 */
export interface NextcloudMember {
  name: string;
  kind: 'user' | 'group' | 'link' | 'other';
  canEdit: boolean;
}

/**
 * The shared folder of a product.
 *
 * @public
 */
export interface NextcloudView {
  /** Without slashes at its ends. */
  path: string;
  /** Its page in NextCloud, for everyone who may see it. */
  url: string;
  /** Everything in it, at any depth; absent where NextCloud has not summed it up yet. */
  sizeBytes?: number;
  /**
   * What the storage of the folder may hold, which is that of a team folder or of the account that
   * shares it; absent without a limit.
   */
  quota?: { usedBytes: number; limitBytes: number };
  /** Folders and files directly in it. */
  entryCount: number;
  /** Those that changed last, newest first, five at most. */
  entries: NextcloudEntry[];
  /** Absent where the portal's account may not see them. */
  members?: NextcloudMember[];
}

/**
 * When a shared folder asks for attention.
 *
 * @public
 */
export interface NextcloudThresholds {
  /** Attention from this percentage of the quota on. */
  quotaPercent: number;
}

/**
 * Defaults of {@link NextcloudThresholds}.
 *
 * @public
 */
export const defaultNextcloudThresholds: NextcloudThresholds = {
  quotaPercent: 90,
};

/**
 * Judges a shared folder.
 *
 * @public
 */
export function toNextcloudVerdict(
  view: NextcloudView,
  thresholds: NextcloudThresholds,
): Verdict {
  const reasons: VerdictReason[] = [];
  const { quota } = view;
  if (quota) {
    const percent = (100 * quota.usedBytes) / quota.limitBytes;
    if (percent >= thresholds.quotaPercent) {
      reasons.push({
        level: 'attention',
        key: 'nextcloud.quota',
        // Never 100 % as long as there is room.
        params: { percent: Math.floor(percent) },
      });
    }
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toNextcloudVerdict}.
 *
 * @public
 */
export const nextcloudVerdictWords = {
  title: 'NextCloud',
  reason: {
    quota: '{{percent, number}}% of the quota is used',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link nextcloudVerdictWords}.
 *
 * @public
 */
export const frNextcloudVerdictWords = {
  title: 'NextCloud',
  reason: {
    quota: 'le quota est utilisé à {{percent, number}} %',
  },
} satisfies VerdictWords<keyof typeof nextcloudVerdictWords.reason>;
