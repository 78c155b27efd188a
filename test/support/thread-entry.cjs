require('./compile-sources.cjs');
require('../../libs/platform/src/files/documents/document-thread.ts');
