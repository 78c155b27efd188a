/**
 * Starts one of the apps from its build, and builds first where the build is missing or older than the sources.
 * Usage: node config/run.cjs <start|cycle|storm|bench> [arguments]; `start` is the api, or with ROLE=worker the worker
 */
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const wanted = process.argv[2];
const app = wanted === 'start' ? (process.env.ROLE === 'worker' ? 'worker' : 'api') : wanted;
// What an app starts itself must be built as well.
const NEEDS = { cycle: ['api'], storm: ['api', 'worker'], bench: ['api'] };
const mainOf = (name) => path.join(root, `dist/apps/${name}/apps/${name}/src/main.js`);

const newest = (folder) =>
  readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return Math.max(latest, newest(file));
    return /\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('.spec.ts')
      ? Math.max(latest, statSync(file).mtimeMs)
      : latest;
  }, 0);

const isBuilt = (name) => {
  if (!existsSync(mainOf(name))) return false;
  const built = statSync(mainOf(name)).mtimeMs;
  return ['apps', 'libs', 'config'].every((folder) => newest(path.join(root, folder)) <= built);
};

for (const name of [...(NEEDS[app] ?? []), app]) {
  if (isBuilt(name)) continue;
  console.error(`building ${name} …`);
  const cli = require.resolve('@nestjs/cli/bin/nest.js', { paths: [root] });
  const { status } = spawnSync(process.execPath, [cli, 'build', name], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

process.argv.splice(1, 2, mainOf(app));
require(mainOf(app));
