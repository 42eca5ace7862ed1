/** Node older than 18 cannot run these scripts: says so instead of failing on its first unknown word. */
export function refuseOldNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= 18) return;
  process.stderr.write(
    `Node ${version} est trop ancien : installez Node 18 ou plus récent (mieux : 24).\n` +
      `Node ${version} is too old: install Node 18 or newer (better: 24).\n`,
  );
  process.exit(1);
}
