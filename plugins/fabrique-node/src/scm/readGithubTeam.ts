import { Entity } from '@backstage/catalog-model';

/**
 * Slug of a group's team on GitHub: the annotation `github.com/team-slug`, `team` or `organization/team`,
 * else the group's own name.
 *
 * @public
 */
export function readGithubTeam(group: Entity): string {
  const { name, annotations } = group.metadata;
  return annotations?.['github.com/team-slug']?.split('/').pop() || name;
}
