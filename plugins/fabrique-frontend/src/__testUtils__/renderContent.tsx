import { waitFor } from '@testing-library/react';
import { ComponentType } from 'react';
import { FabriqueCardContentProps } from '../card/FabriqueCardBlueprint';
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
    <Content environment="prod" {...props} />,
    language,
  );
  await waitFor(() => expect(container.querySelector('p')).not.toBeNull());
  return readLines(container);
}
