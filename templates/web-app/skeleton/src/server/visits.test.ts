import { expect, it } from 'vitest';
import { toMonthlyVisits } from './visits';

it('met le mois le plus récent d’abord, en toutes lettres', () => {
  expect(toMonthlyVisits({ '2026-10': 1284, '2026-11': 12 })).toEqual([
    { month: 'novembre 2026', count: 12 },
    { month: 'octobre 2026', count: 1284 },
  ]);
});

it('reconnaît le refus de Matomo, qui arrive avec un code 200', () => {
  expect(() => toMonthlyVisits({ result: 'error', message: 'You can’t access this resource' })).toThrow(
    'Matomo refuse de donner les visites de ce site',
  );
});
