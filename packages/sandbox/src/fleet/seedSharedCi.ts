import { HistoryCommit } from '../git/importHistory';
import { ReleaseDocument } from '../integrations/github/githubState';
import { socialGroovyBot } from './seedPeople';
import { sharedCiTags } from './seedVersions';

const autodevops = (tag: string) => `# Shared CI of the Fabrique, ${tag}
stages: [Install, Code Quality, Registration, Release, Deploy]
`;

/** The shared CI: one commit and one release for each of its tags, over four years. */
export function toSharedCiHistory(
  now: Date,
  firstId: number,
): { commits: HistoryCommit[]; releases: ReleaseDocument[] } {
  const dateOf = (index: number) =>
    new Date(
      now.getTime() - (sharedCiTags.length - index) * 120 * 24 * 3_600_000,
    );
  return {
    commits: sharedCiTags.map((tag, index) => ({
      branch: 'master',
      author: socialGroovyBot,
      date: dateOf(index),
      message: `chore(release): ${tag}`,
      files: {
        'README.md': '# gitlab-ci-yml\n\nShared CI of the Fabrique.\n',
        'autodevops.yml': autodevops(tag),
      },
      tags: [tag],
    })),
    releases: sharedCiTags.map((tag, index) => ({
      id: firstId * 1000 + index + 1,
      tag,
      name: tag,
      body: '',
      draft: false,
      prerelease: false,
      author: 'socialgroovybot',
      createdAt: dateOf(index).toISOString(),
      publishedAt: dateOf(index).toISOString(),
    })),
  };
}
