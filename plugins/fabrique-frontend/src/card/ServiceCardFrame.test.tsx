import {
  Failure,
  FailureKind,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { screen } from '@testing-library/react';
import { freezeTime } from '../__testUtils__/freezeTime';
import { overviews } from '../__fixtures__/overviews';
import { readText } from '../__testUtils__/readLines';
import {
  renderInLanguage,
  TestLanguage,
} from '../__testUtils__/renderInLanguage';
import { CardResult, ServiceCardFrame } from './ServiceCardFrame';

const details: Partial<Failure> = {
  message: 'raw text of the upstream',
  upstreamStatus: 503,
  timeoutSeconds: 10,
  reference: 'a1b2c3',
};

/** Of Sentry: `[with the details that the failure may have, without]`. */
const sentences: Record<
  FailureKind,
  Record<TestLanguage, [string, string?]>
> = {
  auth: {
    fr: ["Sentry refuse le jeton du portail. L'équipe SRE doit le renouveler."],
    en: ["Sentry rejects the portal's token. The SRE team must renew it."],
  },
  forbidden: {
    fr: [
      "Le jeton du portail n'a pas accès au projet domifa-backend. L'équipe SRE peut le lui donner.",
    ],
    en: [
      "The portal's token has no access to project domifa-backend. The SRE team can give it.",
    ],
  },
  'not-found': {
    fr: [
      "Le projet Sentry domifa-backend n'existe pas (ou plus). Vérifiez l'annotation sentry.io/project-slug .",
    ],
    en: [
      'Sentry project domifa-backend does not exist (any more). Check the annotation sentry.io/project-slug .',
    ],
  },
  'rate-limited': {
    fr: [
      'Sentry limite nos requêtes ; nouvel essai à 14 h 32.',
      'Sentry limite nos requêtes ; nouvel essai dans un moment.',
    ],
    en: [
      'Sentry limits our requests; next try at 2:32 PM.',
      'Sentry limits our requests; next try in a moment.',
    ],
  },
  timeout: {
    fr: ["Sentry n'a pas répondu en 10 s.", "Sentry n'a pas répondu à temps."],
    en: [
      'Sentry did not answer within 10 sec.',
      'Sentry did not answer in time.',
    ],
  },
  unavailable: {
    fr: ['Sentry est en panne (503).', 'Sentry est en panne.'],
    en: ['Sentry is down (503).', 'Sentry is down.'],
  },
  network: {
    fr: ["Le portail n'arrive pas à joindre Sentry."],
    en: ['The portal cannot reach Sentry.'],
  },
  'invalid-response': {
    fr: [
      "Sentry a répondu quelque chose d'inattendu ; l'incident est journalisé (référence a1b2c3).",
      "Sentry a répondu quelque chose d'inattendu ; l'incident est journalisé.",
    ],
    en: [
      'Sentry gave an unexpected answer; it is logged (reference a1b2c3).',
      'Sentry gave an unexpected answer; it is logged.',
    ],
  },
  'misconfigured-link': {
    fr: [
      "La valeur de l'annotation sentry.io/project-slug n'est pas valable. Corrigez-la dans catalog-info.yaml, par exemple : domifa-backend .",
    ],
    en: [
      'The value of the annotation sentry.io/project-slug cannot be understood. Correct it in catalog-info.yaml, for example: domifa-backend .',
    ],
  },
};
const kinds = Object.keys(sentences) as FailureKind[];

describe('ServiceCardFrame', () => {
  freezeTime();

  async function render(
    result: CardResult | undefined,
    options: { language?: TestLanguage; service?: string } = {},
  ) {
    const { service = 'sentry', language = 'fr' } = options;
    renderInLanguage(
      <ServiceCardFrame service={service} icon={<svg />} result={result}>
        <p>content</p>
      </ServiceCardFrame>,
      language,
    );
    return screen.findByRole('article');
  }

  function toFailed(failure: Failure): CardResult {
    return {
      state: 'failed',
      linked: { title: 'domifa-backend', url: 'https://tool.example/domifa' },
      annotation: 'sentry.io/project-slug',
      failure,
    };
  }

  it.each(kinds)('words the failure %s, and keeps the link', async kind => {
    // In the zone of whoever runs the test.
    const retryAfter = new Date(2026, 10, 20, 14, 32).toISOString();
    for (const language of ['fr', 'en'] as const) {
      const [full, bare = full] = sentences[kind][language];
      const card = await render(
        toFailed({ kind, message: '', ...details, retryAfter }),
        { language },
      );
      expect(readText(card.querySelector('p')!)).toBe(full);
      expect(card).not.toHaveTextContent('raw text');
      expect(screen.getByRole('link')).toHaveAttribute(
        'href',
        'https://tool.example/domifa',
      );
      expect(card).toHaveTextContent(language === 'fr' ? 'Inconnu' : 'Unknown');

      const bareCard = await render(toFailed({ kind, message: 'raw text' }), {
        language,
      });
      expect(readText(bareCard.querySelector('p')!)).toBe(bare);
    }
  });

  it('says of a site that UppTime does not watch what it may wait for', async () => {
    const card = await render(toFailed({ kind: 'not-found', message: '' }), {
      service: 'upptime',
    });
    expect(readText(card.querySelector('p')!)).toBe(
      "UppTime ne surveille pas ce site. Si c'est demandé depuis peu, la pull request qui l'ajoute attend d'être fusionnée ; sinon, vérifiez l'annotation sentry.io/project-slug .",
    );
  });

  it('promises to try again where nobody has anything to mend', async () => {
    const trying = [];
    for (const kind of kinds) {
      const card = await render(toFailed({ kind, message: '' }));
      if (readText(card).includes('Le portail réessaie de lui-même.')) {
        trying.push(kind);
      }
    }
    expect(trying.sort()).toEqual([
      'invalid-response',
      'network',
      'timeout',
      'unavailable',
    ]);
  });

  it('has a whole sentence for every failure of every service', async () => {
    for (const service of integrationIds) {
      for (const kind of kinds) {
        const card = await render(
          { state: 'failed', failure: { kind, message: '' } },
          { service },
        );
        const text = readText(card.querySelector('p')!);
        expect(text).toMatch(/^[A-ZÀ-Ý].{15,}\.$/);
        expect(text).not.toMatch(/\{\{|undefined|failure\.|thing\.| {2}/);
      }
    }
  }, 60_000);

  it('shows the last good content, since when and why it is old', async () => {
    const stale = overviews.mixed.services.github as CardResult;
    const card = await render(stale, { service: 'github' });
    expect(card).toHaveTextContent('content');
    expect(readText(card)).toContain(
      "GitHub n'a pas répondu en 10 s. Dernières données : il y a 12 min",
    );
  });

  it('tells that it asks for the first time, and that it loads', async () => {
    const pending = await render({
      state: 'pending',
      linked: { title: 'domifa-backend' },
    });
    expect(pending).toHaveAttribute('aria-busy', 'true');
    expect(readText(pending)).toBe(
      'Sentry · domifa-backend En cours Première demande à Sentry…',
    );
    expect(await render(undefined)).toHaveAttribute('aria-busy', 'true');
  });
});
