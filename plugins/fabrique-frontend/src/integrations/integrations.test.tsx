import {
  IntegrationId,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { FabriqueCardSection } from '../card/FabriqueCardBlueprint';
import { integrationCards } from '.';

describe('integrationCards', () => {
  it('has a card for each service, in the order of the page and under its own id', () => {
    const cards = Object.entries(integrationCards).map(
      ([id, { service, section }]) => [id, service, section],
    );
    const sections: Record<FabriqueCardSection, IntegrationId[]> = {
      execution: ['kubernetes', 'gitlab', 'github'],
      observation: ['upptime', 'sentry', 'grafana', 'matomo'],
      data: ['azure-postgres', 'azure-blob'],
      exchange: ['tipimail', 'nextcloud', 'office365'],
      other: [],
    };
    expect(cards.map(([id]) => id)).toEqual(integrationIds);
    expect(cards).toEqual(
      Object.entries(sections).flatMap(([section, ids]) =>
        ids.map(id => [id, id, section]),
      ),
    );
  });
});
