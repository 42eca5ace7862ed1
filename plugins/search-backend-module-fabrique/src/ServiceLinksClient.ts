import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ComponentLinksPage } from '@socialgouv/backstage-plugin-fabrique-common';
import { UpstreamClient } from '@socialgouv/backstage-plugin-fabrique-node';
import { z } from 'zod/v4';

// What the fabrique backend of the same release answers.
const Page: z.ZodType<ComponentLinksPage> = z.object({
  components: z.array(
    z.object({
      entityRef: z.string(),
      title: z.string(),
      owner: z.string().optional(),
      links: z.array(z.object({ service: z.string(), value: z.string() })),
    }),
  ),
  nextCursor: z.string().optional(),
});

/** Reads from the fabrique backend what applications are linked to. */
export class ServiceLinksClient {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** @throws UpstreamError */
  async readPage(cursor?: string): Promise<ComponentLinksPage> {
    const baseUrl = await this.#discovery.getBaseUrl('fabrique');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'fabrique',
    });
    const { body } = await UpstreamClient.create({
      service: 'The fabrique backend',
      baseUrl,
    }).requestJson('/v1/links', Page, {
      operation: 'read what applications are linked to',
      query: { cursor },
      headers: { authorization: `Bearer ${token}` },
    });
    return body;
  }
}
