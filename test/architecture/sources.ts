import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

export interface Source {
  /** From the root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly lines: number;
  /** What it imports or exports from, and whether the whole statement is types only. */
  readonly imports: readonly { readonly from: string; readonly typesOnly: boolean }[];
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

export function parseSource(file: string, text: string): Source {
  const imports = [...text.matchAll(IMPORT)].map(([, types, from]) => ({
    from: String(from),
    typesOnly: types !== undefined,
  }));
  return { file, text, lines: text.split('\n').length - 1, imports };
}

/** Every TypeScript source below the given folders, specs left out. */
export function sourcesOf(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => {
        const file = `${folder}/${name.replaceAll('\\', '/')}`;
        return parseSource(file, readFileSync(path.join(ROOT, file), 'utf8'));
      }),
  );
}

export const rootPath = (file: string): string => path.join(ROOT, file);

/** The lib or app a file belongs to: "libs/plan/src/x.ts" → "plan", "apps/api/…" → "apps". */
export const roomOf = (file: string): string =>
  file.startsWith('libs/') ? String(file.split('/')[1]) : String(file.split('/')[0]);
