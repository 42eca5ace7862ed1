import {
  githubAnnotation,
  sentryAnnotation,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { readLinkAnnotation } from './linkAnnotation';
import { UpstreamError } from './upstream';

const entity = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'domifa', annotations },
});

describe('readLinkAnnotation', () => {
  it("takes the environment's value before the common one", () => {
    const linked = entity({
      'sentry.io/project-slug': ' domifa ',
      'sentry.io/project-slug.preprod': 'domifa-preprod',
      'sentry.io/project-slug.dev': ' ',
    });
    expect(
      ([undefined, 'prod', 'preprod', 'dev'] as const).map(environment =>
        readLinkAnnotation(linked, sentryAnnotation, environment),
      ),
    ).toEqual(['domifa', 'domifa', 'domifa-preprod', 'domifa']);
  });

  it('reads no environment of an annotation that is the same everywhere', () => {
    const linked = entity({
      'github.com/project-slug': 'SocialGouv/domifa',
      'github.com/project-slug.prod': 'SocialGouv/other',
    });
    expect(readLinkAnnotation(linked, githubAnnotation, 'prod')).toBe(
      'SocialGouv/domifa',
    );
  });

  it('gives nothing where nothing is written', () => {
    expect(readLinkAnnotation(entity(), sentryAnnotation, 'prod')).toBe(
      undefined,
    );
    const other = entity({ 'sentry.io/project-slug.preprod': 'domifa' });
    expect(readLinkAnnotation(other, sentryAnnotation, 'prod')).toBe(undefined);
  });

  it('names the wrong annotation, and not its value', () => {
    const wrong = entity({ 'sentry.io/project-slug.dev': 'https://x.example' });
    expect(() => readLinkAnnotation(wrong, sentryAnnotation, 'dev')).toThrow(
      new UpstreamError(
        "Annotation sentry.io/project-slug.dev has not the form 'domifa-backend'",
        { kind: 'misconfigured-link' },
      ),
    );
  });
});
