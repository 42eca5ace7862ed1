import {
  EntityOverview,
  IntegrationId,
  integrationIds,
  IntegrationResult,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { createTestWords } from '@socialgouv/backstage-plugin-fabrique/testUtils';
import { ColumnName } from './columns';
import { toExpectedSentence, withPlainSpaces } from './sentences';
import { toColumn, toNeededUpstreams, toUpstreams } from './upstreams';

/** What a portal answered while the upstream of one service failed in one way. */
export interface Reading {
  service: IntegrationId;
  column: ColumnName;
  /** The first answer, and the one in which the service had settled; as they went over the wire. */
  answers: { first: string; last: string };
  /** How long the first answer took. */
  elapsedMs: number;
  /** Lines of the portal's log. */
  logs: string[];
}

/** One cell: what a reader finds on the card of the service. */
export interface Cell {
  service: IntegrationId;
  column: ColumnName;
  state: string;
  kind?: string;
  /** As the page says it, in French. */
  sentence: string;
  /** What is wrong with it; none in a good table. */
  faults: string[];
}

const words = createTestWords('fr');
/** A page waits 1.5 s for a first answer; the rest is for a busy machine, and less than a time-out. */
const latestAnswerMs = 1_500 + 3_000;

/** Judges a reading; `secrets` are those that nobody may read in it. */
export function judgeReading(reading: Reading, secrets: string[]): Cell {
  const { service, column, answers, elapsedMs, logs } = reading;
  const { kind, hangs } = toColumn(service, column);
  const [first, last] = [answers.first, answers.last].map(
    text => JSON.parse(text) as EntityOverview,
  );
  const result = last.services[service];
  const found = { state: result.state, ...describe(service, result) };
  const expected = toExpectedSentence(service, kind, {
    words,
    name: 'linked' in result ? result.linked?.title ?? '' : '',
  });
  const reference = /référence (\w+)/.exec(found.sentence)?.[1];
  const texts = [answers.first, answers.last, ...logs];
  const leaked = secrets.filter(secret =>
    texts.some(text => text.includes(secret)),
  );
  // A portal that has asked nobody yet cannot have all answers in its first one.
  const broken = (hangs ? [last] : [first, last]).flatMap(overview =>
    findBroken(overview, service),
  );
  return {
    service,
    column,
    ...found,
    faults: [
      elapsedMs > latestAnswerMs && `late by ${elapsedMs} ms`,
      found.kind !== kind && `not ${kind}`,
      !expected.test(found.sentence) && `not ${expected.source}`,
      reference &&
        !logs.some(line => line.includes(reference)) &&
        `reference ${reference} is not in the log`,
      // Never the secret itself: this is printed.
      leaked.length > 0 && `${leaked.length} secrets are told`,
      ...new Set(broken),
    ].filter(fault => typeof fault === 'string'),
  };
}

/** Services that need none of the systems that a service asks: its upstream must not touch them. */
export function findOthers(service: IntegrationId): IntegrationId[] {
  const asked = toUpstreams(service);
  return integrationIds.filter(
    id => !toNeededUpstreams(id).some(upstream => asked.includes(upstream)),
  );
}

function findBroken(
  overview: EntityOverview,
  service: IntegrationId,
): string[] {
  return findOthers(service)
    .filter(id => overview.services[id].state !== 'ok')
    .map(id => `${id} is ${overview.services[id].state}`);
}

function describe(
  service: IntegrationId,
  result: IntegrationResult,
): { kind?: string; sentence: string } {
  if (result.state !== 'failed') return { sentence: '' };
  const { failure, linked, annotation } = result;
  return {
    kind: failure.kind,
    sentence: withPlainSpaces(
      words.failure(failure, { service, name: linked?.title, annotation }),
    ),
  };
}
