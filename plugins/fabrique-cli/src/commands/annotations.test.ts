import { readFileSync } from 'fs';
import { resolve } from 'path';
import {
  declaredAnnotations,
  toAnnotationLine,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { parse } from 'yaml';
import { describeAnnotations } from './annotations';

const page = resolve(__dirname, '../../../../docs/annotations.md');

describe('the reference of annotations', () => {
  it('is as `yarn docs:annotations` writes it', () => {
    expect(readFileSync(page, 'utf8')).toBe(`${describeAnnotations('en')}\n`);
  });

  it('says the same in French', () => {
    const french = describeAnnotations('fr');
    for (const { name, description } of declaredAnnotations) {
      expect(french).toContain(`### \`${name}\``);
      expect(french.replace(/\u00a0/g, ' ')).toContain(description.fr);
    }
  });

  it('gives lines that YAML reads as what they say', () => {
    const values = [
      ...declaredAnnotations.map(({ example }) => example),
      ...['true', 'null', '1e3', '0x1f', '~', '- a', '# a', 'a #b', 'a: b'],
      ...['a:', '*a', '&a', '!a', '@a', '%a', '[a', '{a', "l'eau", '"a"', ''],
      ...[' a ', '2026-11-20', 'owner=domifa', 'a b', 'a\nb', '.5', '=', '|'],
    ];
    const text = values.map((value, i) => toAnnotationLine(`a/${i}`, value));
    expect(Object.values(parse(text.join('\n')))).toEqual(values);
  });
});
