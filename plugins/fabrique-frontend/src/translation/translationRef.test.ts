import {
  integrationIds,
  toGithubVerdict,
  toGitlabVerdict,
  toGrafanaVerdict,
  toKubernetesVerdict,
  toMatomoVerdict,
  toSentryVerdict,
  toUpptimeVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { cardMessages } from './cardMessages';
import fr from './fr';
import { frameMessages } from './frameMessages';
import { reasonMessages } from './reasonMessages';
import { scaffolderMessages } from './scaffolderMessages';

type Messages = { readonly [key: string]: string | Messages };

function flatten(messages: Messages, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(messages).map(([key, value]) =>
      typeof value === 'string'
        ? { [prefix + key]: value }
        : flatten(value, `${prefix}${key}.`),
    ),
  );
}

const en = flatten({
  ...frameMessages,
  ...cardMessages,
  ...reasonMessages,
  ...scaffolderMessages,
});
const french: Record<string, string> = fr;

/** Names between double braces: `{{count, number}}` → `count`. */
const paramsOf = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(match => match[1]).sort();

describe('the words of the plugin', () => {
  it('has every key in French, with the same parameters', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(en).sort());
    const different = Object.keys(en).filter(
      key =>
        JSON.stringify(paramsOf(en[key])) !==
        JSON.stringify(paramsOf(french[key])),
    );
    expect(different).toEqual([]);
  });

  it('has a title and the nouns of every service', () => {
    for (const id of integrationIds) {
      for (const group of ['service', 'thing', 'access']) {
        expect([`${group}.${id}`, en[`${group}.${id}`]]).toEqual([
          `${group}.${id}`,
          expect.any(String),
        ]);
      }
    }
  });

  it('has words for every reason that a verdict can give', () => {
    // The keys are read in the rules themselves, so that a new one cannot be forgotten.
    const keys = [
      toKubernetesVerdict,
      toGitlabVerdict,
      toGithubVerdict,
      toUpptimeVerdict,
      toSentryVerdict,
      toGrafanaVerdict,
      toMatomoVerdict,
    ].map(rule => [
      ...new Set(
        [...String(rule).matchAll(/['"]([a-z]+\.[a-zA-Z]+)['"]/g)].map(
          match => match[1],
        ),
      ),
    ]);
    expect(keys.map(list => list.length)).toEqual([6, 5, 3, 4, 3, 2, 2]);
    const missing = keys
      .flat()
      .filter(key => !en[`reason.${key}`] && !en[`reason.${key}_other`]);
    expect(missing).toEqual([]);
  });
});
