import { Config } from '@backstage/config';
import {
  ConfiguredWords,
  TransverseService,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { z } from 'zod/v4';

const Words = z.union([
  z.string().min(1),
  z.record(z.string(), z.string().min(1)),
]) satisfies z.ZodType<ConfiguredWords>;

const WebUrl = z.url({ protocol: /^https?$/ });

const Services = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().min(1),
    description: Words.optional(),
    url: WebUrl.optional(),
    documentationUrl: WebUrl.optional(),
    accessText: Words.optional(),
    upptimeUrl: WebUrl.optional(),
  }),
);

/** A service that the teams share, as configured. */
export interface TransverseServiceConfig
  extends Omit<TransverseService, 'state' | 'level' | 'reasons'> {
  /** The address that UppTime watches, where it is not `url`. */
  upptimeUrl?: string;
}

/**
 * Reads `fabrique.services`.
 *
 * @throws Error naming the key, if a service cannot be right or an id is there twice.
 */
export function readTransverseServices(
  root: Config,
): TransverseServiceConfig[] {
  const key = 'fabrique.services';
  const services = Services.safeParse(root.getOptional(key) ?? []);
  if (!services.success) {
    throw new Error(`${key}: ${z.prettifyError(services.error)}`);
  }
  const ids = services.data.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice) throw new Error(`${key} has '${twice}' twice`);
  return services.data;
}
