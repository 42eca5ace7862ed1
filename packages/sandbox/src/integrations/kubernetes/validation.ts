import { parseCronSchedule } from './cronSchedule';
import {
  Container,
  CronJobSpec,
  DeploymentSpec,
  KubernetesObject,
  PodTemplate,
} from './objects';
import { ResourceType } from './resourceTypes';

/** A field that the API server refuses, and why. */
export interface FieldProblem {
  field: string;
  message: string;
}

const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const dnsSubdomain =
  /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const invalidName = (name: string, pattern: string) =>
  `Invalid value: "${name}": a lowercase RFC 1123 ${pattern} must consist of lower case alphanumeric characters or '-'${
    pattern === 'subdomain' ? " or '.'" : ''
  }, and must start and end with an alphanumeric character`;

const namedByLabel = ['Namespace', 'Service'];

/** What the API server would refuse of an object; undefined when it would accept it. */
export function findProblem(
  type: ResourceType,
  object: KubernetesObject,
): FieldProblem | undefined {
  const { name } = object.metadata;
  const isLabel = namedByLabel.includes(type.kind);
  if (!(isLabel ? dnsLabel : dnsSubdomain).test(name)) {
    return {
      field: 'metadata.name',
      message: invalidName(name, isLabel ? 'label' : 'subdomain'),
    };
  }
  for (const [key, value] of Object.entries(object.metadata.labels ?? {})) {
    if (!/^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/.test(value)) {
      return {
        field: 'metadata.labels',
        message: `Invalid value: "${value}": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (label ${key})`,
      };
    }
  }
  switch (type.kind) {
    case 'Deployment':
      return findDeploymentProblem(object.spec as DeploymentSpec | undefined);
    case 'CronJob':
      return findCronJobProblem(object.spec as CronJobSpec | undefined);
    default:
      return undefined;
  }
}

function findDeploymentProblem(
  spec: DeploymentSpec | undefined,
): FieldProblem | undefined {
  const wanted = Object.entries(spec?.selector?.matchLabels ?? {});
  if (wanted.length === 0) {
    return { field: 'spec.selector', message: 'Required value' };
  }
  const labels = spec?.template?.metadata?.labels ?? {};
  if (wanted.some(([key, value]) => labels[key] !== value)) {
    return {
      field: 'spec.template.metadata.labels',
      message: `Invalid value: ${JSON.stringify(
        labels,
      )}: \`selector\` does not match template \`labels\``,
    };
  }
  return findPodProblem(spec?.template, 'spec.template.spec');
}

function findCronJobProblem(
  spec: CronJobSpec | undefined,
): FieldProblem | undefined {
  try {
    parseCronSchedule(spec?.schedule ?? '');
  } catch (error) {
    return {
      field: 'spec.schedule',
      message: `Invalid value: "${spec?.schedule ?? ''}": ${
        (error as Error).message
      }`,
    };
  }
  return findPodProblem(
    spec?.jobTemplate?.spec?.template,
    'spec.jobTemplate.spec.template.spec',
  );
}

function findPodProblem(
  template: PodTemplate | undefined,
  field: string,
): FieldProblem | undefined {
  const containers: Partial<Container>[] = template?.spec?.containers ?? [];
  if (containers.length === 0) {
    return { field: `${field}.containers`, message: 'Required value' };
  }
  const index = containers.findIndex(({ name, image }) => !name || !image);
  if (index < 0) return undefined;
  return {
    field: `${field}.containers[${index}].${
      containers[index].name ? 'image' : 'name'
    }`,
    message: 'Required value',
  };
}
