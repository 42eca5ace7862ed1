import { Document, isMap, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml';

/** The shared CI that a pipeline includes. */
export interface SharedCi {
  /** `SocialGouv/gitlab-ci-yml` */
  project: string;
  /** Tag of its repository: `v23.3.4`. */
  ref: string;
}

const file = '/autodevops.yml';

// The values are those of the documentation: any text switches a feature on.
const variables = {
  AUTO_DEVOPS_RELEASE_AUTO: '🔖',
  AUTO_DEVOPS_PRODUCTION_AUTO: '🚀',
};

/**
 * `.gitlab-ci.yml` that includes the shared CI of generation 1. What an existing file says beside the
 * include and the two variables stays, comments too.
 *
 * @throws Error if the existing file is not YAML.
 */
export function toGitlabCi(
  existing: string | undefined,
  shared: SharedCi,
): string {
  const document = parseDocument(existing?.trim() ? existing : '{}\n');
  if (document.errors.length > 0) {
    throw new Error(
      `.gitlab-ci.yml is not valid YAML: ${document.errors[0].message}`,
    );
  }
  if (!existing?.trim()) document.contents = new YAMLMap() as never;
  setInclude(document, shared);
  if (!isMap(document.get('variables'))) {
    document.set('variables', new YAMLMap());
  }
  for (const [name, value] of Object.entries(variables)) {
    if (!document.hasIn(['variables', name])) {
      document.setIn(['variables', name], value);
    }
  }
  return document.toString({ lineWidth: 0 });
}

function setInclude(document: Document, shared: SharedCi): void {
  const include = document.get('include');
  const items = isSeq(include) ? include.items : [include];
  const present = items.find(
    item => isMap(item) && item.get('project') === shared.project,
  );
  if (isMap(present)) {
    present.set('ref', shared.ref);
    return;
  }
  const entry = document.createNode({
    project: shared.project,
    file,
    ref: shared.ref,
  });
  const others = items.filter(item => item !== undefined && item !== null);
  const list = new YAMLSeq();
  list.items = [entry, ...others];
  document.set('include', list);
}
