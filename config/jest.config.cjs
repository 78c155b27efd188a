const { readFileSync } = require('node:fs');

// One list of names: the aliases of tsconfig.json, so that tests and the build can never disagree on what an import means.
const { compilerOptions } = JSON.parse(readFileSync(`${__dirname}/../tsconfig.json`, 'utf8'));
const aliases = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([name, [file]]) => [`^${name}$`, file.replace('./', '<rootDir>/')]),
);

const ESM_ONLY = [
  '@nestjs',
  '@fastify/cookie',
  'cookie',
  '@fastify/static',
  'content-disposition',
  'glob',
  'lru-cache',
  'minimatch',
  'minipass',
  'path-scurry',
  'brace-expansion',
  '@isaacs/brace-expansion',
  'balanced-match',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'load-esm',
  'fast-check',
  'pure-rand',
  '@hyunbinseo',
  '@cj-tech-master',
  'request-filtering-agent',
];

module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  testRegex: '\\.spec\\.ts$',
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: { '^.+\\.(ts|js)$': ['@swc/jest', { configFile: `${__dirname}/swc.json` }] },
  // Nest 12 and what it loads ship ES modules only; Jest on Node 20 must transform them (docs/adr/0001).
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  moduleNameMapper: {
    ...aliases,
    '/thread-file\\.js$': '<rootDir>/test/support/thread-file.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  globalSetup: '<rootDir>/test/support/services.setup.cjs',
  reporters: ['default', '<rootDir>/test/support/closing-line.reporter.cjs'],
  testTimeout: 60_000,
  // Jest leaves one core idle unless told; a worker that has grown is replaced between two files.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1500MB',
};
