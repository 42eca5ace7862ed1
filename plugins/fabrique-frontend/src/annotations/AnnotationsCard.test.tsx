// The files are those of the command line, so that both are seen to say the same.
/* eslint-disable no-restricted-imports */
import { readFileSync } from 'fs';
import { resolve } from 'path';
/* eslint-enable no-restricted-imports */
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  checkAnnotations,
  findingsAnnotationName,
  withFindings,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  describeFileFinding,
  lintFiles,
  locateFindings,
} from '@socialgouv/fabrique-cli';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { parse } from 'yaml';
import { domifa } from '../__fixtures__/entities';
import { readText } from '../__testUtils__/readLines';
import { renderEntityPage } from '../__testUtils__/renderEntityPage';
import { TestLanguage } from '../__testUtils__/renderInLanguage';

const folder = resolve(
  __dirname,
  '../../../fabrique-cli/src/__fixtures__/wrong',
);
const url = 'https://github.com/SocialGouv/domifa/blob/main/catalog-info.yaml';

/** The wrong files that the catalog takes; it tells itself why it refuses the others. */
const taken = [
  'address-for-slug',
  'among-labels',
  'change-me',
  'computed',
  'empty',
  'environment-form',
  'metadata-annotation',
  'misspelt-matomo',
  'misspelt-own',
  'misspelt-sentry',
  'no-environment',
  'own-domain-for-sentry',
  'placeholder',
  'secret',
  'selector-form',
  'slug-without-owner',
  'spaces',
  'under-spec',
  'underscore',
  'unknown-annotation',
  'unknown-environment',
  'wrong-form',
];

/** The entity of a file, as the catalog gives it to the page. */
function readEntity(text: string): Entity {
  const entity: Entity = parse(text);
  const findings = locateFindings(
    text,
    stringifyEntityRef(entity),
    checkAnnotations(entity),
  );
  const checked = withFindings(entity, findings);
  checked.metadata.annotations![
    'backstage.io/managed-by-location'
  ] = `url:${url}`;
  return checked;
}

const readFile = (name: string) =>
  readFileSync(resolve(folder, `${name}.yaml`), 'utf8');

function render(entity: Entity, language: TestLanguage = 'fr') {
  return renderEntityPage({
    api: {},
    without: [
      'entity-card:fabrique/services',
      'entity-content:fabrique/services',
    ],
    entity,
    language,
  });
}

describe('AnnotationsCard', () => {
  it.each(taken)(
    'says what `fabrique lint` says of %s, with the line and the right form',
    async name => {
      const text = readFile(name);
      const [{ findings }] = lintFiles([{ path: 'catalog-info.yaml', text }]);
      for (const language of ['fr', 'en'] as const) {
        render(readEntity(text), language);
        const link = await screen.findByRole('link', { name: /catalog-info/ });
        const [{ line, rightForm }] = findings;
        const parts = [
          describeFileFinding(findings[0], language).replace(/`/g, ' '),
          rightForm ?? '',
          `catalog-info.yaml, ${
            language === 'fr' ? 'ligne' : 'line'
          } ${line} ↗`,
        ];
        expect([readText(link.closest('li')!), findings.length]).toEqual([
          parts
            .join(' ')
            .replace(/[\s\u00a0]+/g, ' ')
            .trim(),
          1,
        ]);
        expect(link).toHaveAttribute('href', `${url}#L${line}`);
      }
    },
  );

  it('copies the right form, and has no serious fault of accessibility', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    const text = readFile('under-spec').replace(
      'spec:',
      '  annotations:\n    matomo.io/site-id: x\nspec:',
    );
    const { container } = render(readEntity(text));
    const links = await screen.findAllByRole('link', { name: /catalog-info/ });
    const items = links.map(link => link.closest('li')!);
    expect(items).toHaveLength(2);
    expect(screen.getByText('Annotations à corriger')).toBeVisible();
    for (const item of items) {
      await user.click(within(item).getByRole('button', { name: /^Copier/ }));
    }
    expect(write.mock.calls).toEqual([
      ['matomo.io/site-id: "63"'],
      ['metadata:\n  annotations:\n    sentry.io/project-slug: domifa-backend'],
    ]);
    const { violations } = await axe.run(container);
    expect(
      violations.filter(({ impact }) => /serious|critical/.test(impact ?? '')),
    ).toEqual([]);
  });

  it('is not there where nothing is wrong, or where nobody checks', async () => {
    render(domifa);
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
    const annotations = { [findingsAnnotationName]: 'written by hand' };
    const { container } = render({
      ...domifa,
      metadata: { name: 'domifa', annotations },
    });
    expect(container).not.toHaveTextContent('Annotations');
  });
});
