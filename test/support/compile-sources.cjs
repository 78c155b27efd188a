// oxlint-disable eslint/no-underscore-dangle -- Node's own hooks are called so
/**
 * A thread is outside of Jest, which compiles what tests import. Here Node compiles the sources a thread loads, as Jest does,
 * leaving `import()` alone: in a thread it may load ES modules.
 */
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const options = JSON.parse(readFileSync(path.join(__dirname, '../../config/swc.json'), 'utf8'));
options.module.ignoreDynamic = true;

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, swcrc: false, filename });
  module._compile(code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  const source =
    request.startsWith('.') && parent?.filename ? path.resolve(path.dirname(parent.filename), request) : '';
  const written = source.replace(/\.js$/, '.ts');
  return resolve.call(this, written !== source && existsSync(written) ? written : request, parent, ...rest);
};
