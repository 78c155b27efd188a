/**
 * Starts one of the apps from its build, and builds first where the build is missing or older than the sources.
 * Usage: node config/run.cjs <api|cycle> [arguments]
 */
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const app = process.argv[2];
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

// The cycle plays against a server of its own, so it needs the api as well.
for (const name of app === 'cycle' ? ['api', 'cycle'] : [app]) {
  if (isBuilt(name)) continue;
  console.error(`building ${name} …`);
  const cli = require.resolve('@nestjs/cli/bin/nest.js', { paths: [root] });
  const { status } = spawnSync(process.execPath, [cli, 'build', name], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

process.argv.splice(1, 2, mainOf(app));
require(mainOf(app));
