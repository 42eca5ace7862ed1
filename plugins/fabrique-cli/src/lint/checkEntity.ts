import { FileFinding } from './FileFinding';

/** The kinds of the catalog, with the versions that it takes. */
const apiVersions: Record<string, string[]> = {
  ...Object.fromEntries(
    [
      'Component',
      'API',
      'Resource',
      'System',
      'Domain',
      'Group',
      'User',
      'Location',
    ].map(kind => [kind, ['backstage.io/v1alpha1', 'backstage.io/v1beta1']]),
  ),
  AiResource: ['backstage.io/v1alpha1'],
  Template: ['scaffolder.backstage.io/v1beta3'],
};

/** What the catalog takes as a name. */
const nameForm = /^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/;
const longestName = 63;

/** Something wrong with the few fields that every entity has, and where in the document. */
export type EntityFault = Pick<FileFinding, 'code' | 'params' | 'rightForm'> & {
  path: string[];
  part: 'key' | 'value';
};

/**
 * Checks `apiVersion`, `kind` and `metadata.name`. Kinds that the catalog may have been taught by others
 * are left alone.
 */
export function checkEntity(entity: Record<string, unknown>): EntityFault[] {
  const metadata = entity.metadata as Record<string, unknown> | undefined;
  return [
    ...checkKind(entity),
    ...checkName(
      metadata?.name,
      metadata ? ['metadata', 'name'] : ['metadata'],
    ),
  ];
}

function checkKind({
  kind,
  apiVersion,
}: Record<string, unknown>): EntityFault[] {
  const right = Object.keys(apiVersions).find(
    one => one.toLowerCase() === String(kind ?? '').toLowerCase(),
  );
  const versions = right ? apiVersions[right] : undefined;
  const isVersion = versions
    ? versions.includes(String(apiVersion))
    : Boolean(apiVersion);
  const isKind = typeof kind === 'string' && (!right || right === kind);
  const fault = (
    code: EntityFault['code'],
    key: string,
    value: string,
  ): EntityFault => ({
    code,
    path: [key],
    part: 'value',
    params: { kind: right ?? 'Component' },
    rightForm: `${key}: ${value}`,
  });
  return [
    ...(isVersion
      ? []
      : [
          fault(
            'api-version',
            'apiVersion',
            (versions ?? apiVersions.Component)[0],
          ),
        ]),
    ...(isKind ? [] : [fault('kind', 'kind', right ?? 'Component')]),
  ];
}

function checkName(name: unknown, path: string[]): EntityFault[] {
  const fault = (
    code: EntityFault['code'],
    rightForm: string | undefined,
  ): EntityFault[] => [
    { code, path, part: 'value', params: { name: 'metadata.name' }, rightForm },
  ];
  if (name === undefined || name === null || name === '') {
    return fault('no-name', 'metadata:\n  name: domifa');
  }
  const text = String(name);
  if (/\{\{|\{%/.test(text)) return fault('placeholder', 'name: domifa');
  if (typeof name !== 'string') {
    return fault('not-text', `name: ${JSON.stringify(text)}`);
  }
  if (nameForm.test(text) && text.length <= longestName) return [];
  return fault('name-form', `name: ${toName(text)}`);
}

/** `Déclaration à l'embauche` → `declaration-a-l-embauche`. */
function toName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-|-$/g, '');
}
