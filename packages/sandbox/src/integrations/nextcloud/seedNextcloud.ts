import { fleet, FleetApp } from '../../fleet/fleet';
import { toWhole } from '../../fleet/stableNoise';
import type {
  NextcloudNode,
  NextcloudShare,
  TeamFolder,
} from './NextcloudState';

const megabyte = 1024 ** 2;
const hourMs = 3_600_000;
const allPermissions = 31;
const mayRead = 17;

/** Products whose folder belongs to their team, and not to the account that shares it. */
const teamFolderApps = ['domifa', 'egapro'];

const contents = [
  'Comptes rendus/Comité de suivi.odt',
  'Comptes rendus/Atelier usagers.odt',
  'Comptes rendus/Revue de sprint.odt',
  'Maquettes/Parcours.fig',
  'Maquettes/Charte graphique.pdf',
  "Documents techniques/Dossier d'architecture.pdf",
  'Documents techniques/Analyse de risques.ods',
  'Juridique & RGPD/Registre des traitements.ods',
  'Archives 2024/Bilan #1.pdf',
  'Feuille de route.odp',
  'Lisez-moi.md',
];

/** The shared folders of the fleet's products, with what people put there until now. */
export function seedNextcloud(now: Date) {
  const nodes: NextcloudNode[] = [];
  const shares: NextcloudShare[] = [];
  const teamFolders: TeamFolder[] = [];
  const add = (path: string, isFolder: boolean, ageMs: number, size = 0) => {
    if (nodes.some(node => node.path === path)) return;
    nodes.push({
      id: 101 + nodes.length,
      path,
      isFolder,
      sizeBytes: size,
      modifiedAt: new Date(now.getTime() - ageMs).toISOString(),
    });
  };
  const share = (
    path: string,
    type: number,
    who: string,
    permissions: number,
  ) =>
    shares.push({
      id: 101 + shares.length,
      path,
      shareType: type,
      shareWith: type === 3 ? null : who,
      displayName: type === 3 ? null : toGroupName(who),
      permissions,
    });

  for (const app of listProducts()) {
    const path = app.nextcloudFolder!;
    for (const folder of toFolders(`${path}/x`)) {
      add(folder, true, 900 * 24 * hourMs);
    }
    for (const file of contents) {
      const seed = [app.name, file];
      for (const folder of toFolders(`${path}/${file}`)) {
        add(folder, true, 900 * 24 * hourMs);
      }
      const ageHours = toWhole(1, 900, ...seed, 'age');
      const size = toWhole(1, 180, ...seed, 'size') * megabyte;
      add(`${path}/${file}`, false, ageHours * hourMs, size);
    }
    if (teamFolderApps.includes(app.name)) {
      teamFolders.push(toTeamFolder(app, path, nodes, teamFolders.length + 1));
    } else {
      share(path, 1, app.team, allPermissions);
      if (app.team !== 'sre') share(path, 1, 'sre', mayRead);
    }
  }
  share('Produits/Recosanté', 3, '', mayRead);
  return { nodes, shares, teamFolders };
}

/** One application for each folder: those of a product share theirs. */
function listProducts(): FleetApp[] {
  const paths = fleet.map(({ nextcloudFolder }) => nextcloudFolder);
  return fleet.filter(
    ({ nextcloudFolder }, index) =>
      nextcloudFolder && paths.indexOf(nextcloudFolder) === index,
  );
}

/** Teams of one application are called after it; the others have short names. */
export function toGroupName(team: string): string {
  return fleet.find(({ name }) => name === team)?.title ?? team.toUpperCase();
}

/** The folders that a path leads through. */
function toFolders(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

function toTeamFolder(
  app: FleetApp,
  path: string,
  nodes: NextcloudNode[],
  id: number,
): TeamFolder {
  const used = nodes
    .filter(node => node.path.startsWith(`${path}/`))
    .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const isFull = app.scenarios.includes('folder-full');
  return {
    id,
    mountPoint: path,
    groups: { [app.team]: allPermissions, sre: mayRead },
    quotaBytes: Math.round(used / (isFull ? 0.94 : 0.35)),
  };
}
