import { waitFor } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { ComponentType } from 'react';
import { domifa } from '../__fixtures__/entities';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { createQueryClient, queryClientApiRef } from '../api/queryClient';
import { FabriqueCardContentProps } from '../card/FabriqueCardBlueprint';
import { createFabriqueApi } from './createFabriqueApi';
import { readLines } from './readLines';
import { renderInLanguage, TestLanguage } from './renderInLanguage';

/** Renders the content of a card, and gives the lines that a person reads. */
export async function renderContent<TView>(
  Content: ComponentType<FabriqueCardContentProps<TView>>,
  props: Pick<FabriqueCardContentProps<TView>, 'view' | 'verdict'> &
    Partial<FabriqueCardContentProps<TView>>,
  language: TestLanguage,
): Promise<string[]> {
  const { container } = renderInLanguage(
    <EntityProvider entity={domifa}>
      <Content environment="prod" {...props} />
    </EntityProvider>,
    language,
    {
      apis: [
        [fabriqueApiRef, createFabriqueApi({})],
        [queryClientApiRef, createQueryClient()],
      ] as const,
    },
  );
  await waitFor(() => expect(container.querySelector('p')).not.toBeNull());
  return readLines(container);
}
