import {
  IntegrationId,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { fabriqueCardDataRef } from '../card/FabriqueCardBlueprint';
import { integrationCards } from '.';

describe('integrationCards', () => {
  it('has a card for each service, in the order of the page and under its own id', () => {
    const cards = Object.entries(integrationCards).map(([id, extension]) => {
      const { service, section } = createExtensionTester(
        extension as ExtensionDefinition,
      ).get(fabriqueCardDataRef);
      return [id, service, section];
    });
    const execution: IntegrationId[] = ['kubernetes', 'gitlab', 'github'];
    expect(cards).toEqual(
      integrationIds.map(id => [
        id,
        id,
        execution.includes(id) ? 'execution' : 'observation',
      ]),
    );
  });
});
