import { IntegrationResult } from '@socialgouv/backstage-plugin-fabrique-common';
import { overviews } from '../__fixtures__/overviews';
import {
  FabriqueCard,
  FabriqueCardSection,
} from '../card/FabriqueCardBlueprint';
import { toSections } from './sections';

function toCard(service: string, section: FabriqueCardSection): FabriqueCard {
  return { service, section, icon: {} as JSX.Element, Content: () => null };
}

describe('toSections', () => {
  const acme = toCard('acme', 'execution');
  const matomo = toCard('matomo', 'observation');
  const grafana = toCard('grafana', 'observation');
  const github = toCard('github', 'execution');

  it("sorts the cards as the page does, a third party's after the suite's own", () => {
    const result: IntegrationResult = {
      state: 'pending',
      linked: { title: 'domifa' },
    };
    const overview = {
      ...overviews.well,
      services: { ...overviews.well.services, acme: result },
    };
    const { services } = overviews.well;
    expect(toSections([acme, matomo, grafana, github], overview)).toEqual([
      {
        id: 'execution',
        cards: [
          { card: github, result: services.github },
          { card: acme, result },
        ],
        notLinked: [],
        notConfigured: [],
      },
      {
        id: 'observation',
        cards: [
          { card: grafana, result: services.grafana },
          { card: matomo, result: services.matomo },
        ],
        notLinked: [],
        notConfigured: [],
      },
    ]);
  });

  it('keeps every place while it loads, and folds what has no card', () => {
    expect(toSections([acme], undefined)).toEqual([
      {
        id: 'execution',
        cards: [{ card: acme }],
        notLinked: [],
        notConfigured: [],
      },
    ]);
    expect(toSections([acme, matomo, grafana], overviews.mixed)).toEqual([
      { id: 'execution', cards: [], notLinked: [], notConfigured: ['acme'] },
      {
        id: 'observation',
        cards: [],
        notLinked: [
          { service: 'matomo', result: overviews.mixed.services.matomo },
        ],
        notConfigured: ['grafana'],
      },
    ]);
  });
});
