import { ResourceType, toQualifiedName } from './resourceTypes';

/** An error that the API server answers with, as a `Status` object. */
export class KubernetesStatus extends Error {
  readonly code: number;
  readonly body: object;

  constructor(
    code: number,
    reason: string,
    message: string,
    details?: Record<string, unknown>,
  ) {
    super(message);
    this.code = code;
    this.body = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      ...(details && { details }),
      code,
    };
  }
}

const toDetails = (type: ResourceType, name: string) => ({
  name,
  ...(type.group && { group: type.group }),
  kind: type.plural,
});

export function createUnauthorized(): KubernetesStatus {
  return new KubernetesStatus(401, 'Unauthorized', 'Unauthorized');
}

export function createNotFound(
  type: ResourceType,
  name: string,
): KubernetesStatus {
  return new KubernetesStatus(
    404,
    'NotFound',
    `${toQualifiedName(type)} "${name}" not found`,
    toDetails(type, name),
  );
}

export function createAlreadyExists(
  type: ResourceType,
  name: string,
): KubernetesStatus {
  return new KubernetesStatus(
    409,
    'AlreadyExists',
    `${toQualifiedName(type)} "${name}" already exists`,
    toDetails(type, name),
  );
}

export function createConflict(
  type: ResourceType,
  name: string,
): KubernetesStatus {
  return new KubernetesStatus(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${toQualifiedName(
      type,
    )} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    toDetails(type, name),
  );
}

/** `field` and what is wrong with it, as the real server words it. */
export function createInvalid(
  type: ResourceType,
  name: string,
  field: string,
  problem: string,
): KubernetesStatus {
  return new KubernetesStatus(
    422,
    'Invalid',
    `${type.kind}${
      type.group && `.${type.group}`
    } "${name}" is invalid: ${field}: ${problem}`,
    {
      ...toDetails(type, name),
      kind: type.kind,
      causes: [{ reason: 'FieldValueInvalid', message: problem, field }],
    },
  );
}

export function createBadRequest(message: string): KubernetesStatus {
  return new KubernetesStatus(400, 'BadRequest', message);
}

export function createMethodNotAllowed(): KubernetesStatus {
  return new KubernetesStatus(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
  );
}

export function createUnsupportedMediaType(
  accepted: string[],
): KubernetesStatus {
  return new KubernetesStatus(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  );
}
