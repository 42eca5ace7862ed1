import * as common from '@socialgouv/backstage-plugin-fabrique-common';
import fr from './fr';
import { messages as english } from './messages';

const { integrationIds } = common;

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

const en = flatten(english);
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

  it('has words for every reason that a verdict can give', () => {
    // The keys are read in the rules themselves, so that a new one cannot be forgotten.
    for (const id of integrationIds) {
      const name = id.replace(/(^|-)(\w)/g, (_, __, first) =>
        first.toUpperCase(),
      );
      const rule = String(Object(common)[`to${name}Verdict`]);
      const keys = [
        ...rule.matchAll(new RegExp(`['"]${id}\\.([a-zA-Z]+)['"]`, 'g')),
      ].map(match => `${id}.reason.${match[1]}`);
      expect([id, keys.length]).not.toEqual([id, 0]);
      expect(keys.filter(key => !en[key] && !en[`${key}_other`])).toEqual([]);
    }
  });
});
