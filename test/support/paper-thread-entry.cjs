require('./compile-sources.cjs');
require('../../libs/platform/src/files/paper/paper-thread.ts');
