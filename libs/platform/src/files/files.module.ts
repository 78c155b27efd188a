import path from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { type Blobs, BLOBS } from './blobs.js';
import { DiskBlobs } from './disk-blobs.js';
import { bucketAddress, S3Blobs } from './s3-blobs.js';
import { ClamdScanner, SCANNER } from './scanner.js';

/** Where files are kept and who looks into them, as the settings say. */
export interface FileSettings {
  readonly dataDir: string;
  /** s3://bucket?endpoint=…&region=…; null = below `dataDir`. */
  readonly filesUrl: string | null;
  /** tcp://host:port of clamd; null = files are not scanned. */
  readonly clamdUrl: string | null;
  /** Most bytes of one file. */
  readonly mostBytes: number;
}

/** Under this the settings are injected, for what features must know of them. */
export const FILE_SETTINGS = Symbol('FILE_SETTINGS');

/** Opens the place of files; nothing is made or asked before the first file comes. */
export function openBlobs({ dataDir, filesUrl }: Pick<FileSettings, 'dataDir' | 'filesUrl'>): Blobs {
  return filesUrl === null ? new DiskBlobs(path.resolve(dataDir, 'files')) : new S3Blobs(bucketAddress(filesUrl));
}

/** Blobs and the scanner, for every feature with files. */
@Module({})
export class FilesModule {
  static with(settings: FileSettings): DynamicModule {
    const scanner = settings.clamdUrl === null ? null : new ClamdScanner(settings.clamdUrl);
    return {
      module: FilesModule,
      global: true,
      providers: [
        { provide: FILE_SETTINGS, useValue: settings },
        { provide: BLOBS, useValue: openBlobs(settings) },
        { provide: SCANNER, useValue: scanner },
      ],
      exports: [FILE_SETTINGS, BLOBS, SCANNER],
    };
  }
}
