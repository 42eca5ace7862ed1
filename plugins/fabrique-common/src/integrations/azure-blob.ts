import { AnnotationDefinition } from '../annotation';
import { TimeSeriesPoint } from '../timeSeries';
import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';

const containerList =
  '(\\$web|\\$root|[a-z0-9](-?[a-z0-9])+)( *, *(\\$web|\\$root|[a-z0-9](-?[a-z0-9])+))*';

/**
 * Links an entity to a storage account of Azure, where the naming rules do not tell it.
 *
 * @public
 */
export const azureBlobAnnotation: AnnotationDefinition = {
  name: 'fabrique.social.gouv.fr/azure-storage-account',
  title: { en: 'Storage account', fr: 'Compte de stockage' },
  description: {
    en: 'Name of the Azure storage account. Not needed where the naming rules tell it.',
    fr: 'Nom du compte de stockage Azure. Inutile quand les règles de nommage le donnent.',
  },
  pattern: '[a-z0-9]{3,24}',
  example: 'domifaprod',
  perEnvironment: true,
};

/**
 * Names the containers of the application in that account, where others have some there too.
 *
 * @public
 */
export const azureBlobContainersAnnotation: AnnotationDefinition = {
  name: 'fabrique.social.gouv.fr/azure-storage-containers',
  title: { en: 'Containers', fr: 'Conteneurs' },
  description: {
    en: 'Containers of the application in the storage account, with commas between them. Without it, all of the account.',
    fr: "Conteneurs de l'application dans le compte de stockage, séparés par des virgules. Sans elle, tous ceux du compte.",
  },
  pattern: containerList,
  example: 'usagers,exports',
  perEnvironment: true,
};

/**
 * Names the containers that anybody may read on purpose.
 *
 * @public
 */
export const azureBlobPublicContainersAnnotation: AnnotationDefinition = {
  name: 'fabrique.social.gouv.fr/azure-storage-public-containers',
  title: { en: 'Public containers', fr: 'Conteneurs publics' },
  description: {
    en: 'Containers that anybody may read on purpose, with commas between them. One that is public and not named here is a problem.',
    fr: "Conteneurs que tout le monde peut lire, et c'est voulu, séparés par des virgules. Un conteneur public qui n'est pas nommé ici est un problème.",
  },
  pattern: containerList,
  example: 'medias',
  perEnvironment: true,
};

/**
 * A container of a storage account.
 *
 * @public
 */
export interface AzureBlobContainer {
  name: string;
  /** What anybody may do without signing in: read a file, or also list them all. */
  publicAccess: 'none' | 'files' | 'files-and-list';
  /** Named in the annotation of public containers. */
  isDeclaredPublic: boolean;
  lastModifiedAt?: string;
}

/**
 * What becomes of files as they age.
 *
 * @public
 */
export interface AzureBlobLifecycleRule {
  name: string;
  isEnabled: boolean;
  /** Days after the last change, the last access or the creation; absent where the rule does not do so. */
  deleteAfterDays?: number;
  moveAfterDays?: number;
}

/**
 * How requests of a day proved who they are.
 *
 * @public
 */
export interface AzureBlobRequests {
  accountKey: number;
  sharedAccessSignature: number;
  /** An identity of Entra. */
  identity: number;
  anonymous: number;
}

/**
 * A storage account of Azure and the application's containers in it. What Azure does not tell is absent.
 *
 * @public
 */
export interface AzureBlobView {
  account: string;
  /** Redundancy: `Standard_ZRS`. */
  sku?: string;
  containers: AzureBlobContainer[];
  /** Named in the annotation, and not there. */
  missingContainers: string[];
  /** Of the whole account: Azure does not count by container. */
  usedBytes?: number;
  blobCount?: number;
  /** Days for which what is deleted can be brought back; 0 when not at all. */
  softDeleteDays: number;
  containerSoftDeleteDays: number;
  keepsVersions: boolean;
  lifecycleRules: AzureBlobLifecycleRule[];
  /** Sites whose pages may read or write in a browser; `*` is every site. */
  corsOrigins: string[];
  /** Whether the keys of the account open it. */
  isAccountKeyAllowed: boolean;
  /** Of the last 24 h. */
  requests?: AzureBlobRequests;
  /** All requests an hour, 24 points at most, oldest first. */
  requestsByHour: TimeSeriesPoint[];
  /** False when the portal may not read the measures of Azure Monitor. */
  areMetricsReadable: boolean;
}

/**
 * When a storage account needs a look.
 *
 * @public
 */
export interface AzureBlobThresholds {
  /** Attention above this many requests a day that were signed with a key of the account. */
  accountKeyRequests: number;
}

/**
 * Defaults of {@link AzureBlobThresholds}.
 *
 * @public
 */
export const defaultAzureBlobThresholds: AzureBlobThresholds = {
  accountKeyRequests: 0,
};

/**
 * Judges a storage account. Azure does not tell who used a key of the account, only how often.
 *
 * @public
 */
export function toAzureBlobVerdict(
  view: AzureBlobView,
  thresholds: AzureBlobThresholds,
): Verdict {
  const reasons: VerdictReason[] = [];
  for (const { name, publicAccess, isDeclaredPublic } of view.containers) {
    if (publicAccess !== 'none' && !isDeclaredPublic) {
      reasons.push({
        level: 'problem',
        key: 'azure-blob.publicContainer',
        params: { name },
      });
    }
  }
  if (view.softDeleteDays === 0) {
    reasons.push({ level: 'attention', key: 'azure-blob.softDeleteOff' });
  }
  const byAccountKey = view.requests?.accountKey ?? 0;
  if (byAccountKey > thresholds.accountKeyRequests) {
    reasons.push({
      level: 'attention',
      key: 'azure-blob.accountKeyUsed',
      params: { count: byAccountKey },
    });
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toAzureBlobVerdict}.
 *
 * @public
 */
export const azureBlobVerdictWords = {
  title: 'Azure Blob',
  reason: {
    publicContainer:
      'anybody may read the container {{name}}, which is not declared public',
    softDeleteOff: 'deleted files cannot be brought back: soft delete is off',
    accountKeyUsed_one:
      '{{count, number}} request in 24 h was signed with the key of the account',
    accountKeyUsed_other:
      '{{count, number}} requests in 24 h were signed with the key of the account',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link azureBlobVerdictWords}.
 *
 * @public
 */
export const frAzureBlobVerdictWords = {
  title: 'Azure Blob',
  reason: {
    publicContainer:
      "tout le monde peut lire le conteneur {{name}}, qui n'est pas déclaré public",
    softDeleteOff:
      'un fichier supprimé est perdu : la suppression réversible est désactivée',
    accountKeyUsed_one:
      '{{count, number}} requête en 24 h signée avec la clé du compte',
    accountKeyUsed_other:
      '{{count, number}} requêtes en 24 h signées avec la clé du compte',
  },
} satisfies VerdictWords<keyof typeof azureBlobVerdictWords.reason>;
