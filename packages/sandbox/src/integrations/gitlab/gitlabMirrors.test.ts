import { setTimeout as wait } from 'timers/promises';
import { GitlabMirrors } from './gitlabMirrors';
import { GitlabState } from './gitlabState';

describe('GitlabMirrors', () => {
  it('lets one at a time work on a repository, also after one that failed', async () => {
    const mirrors = new GitlabMirrors({} as GitlabState, async () => {});
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await wait(5);
      steps.push(`${name} ends`);
      if (name === 'first') throw new Error('first failed');
    };
    const ends = await Promise.allSettled([
      mirrors.alone(7, work('first')),
      mirrors.alone(7, work('second')),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(steps).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });
});
