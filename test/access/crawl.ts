import type { TestApp } from '../support/app.js';
import { PEOPLE } from './world.js';

/** Everybody who reads: one person of every role, nobody at all, and `more`. */
export const readersWith = (more: Readonly<Record<string, string>>): ReadonlyMap<string, string | undefined> =>
  new Map([...Object.entries(PEOPLE), ['public', undefined], ...Object.entries(more)]);

/** What a crawl met: which readers met which mark, and how many answers there were. */
export interface Crawl {
  readonly answers: number;
  readonly who: (mark: string) => string[];
}

/** Every GET of the OpenAPI document, with every known id in its place, as every reader; which marks stand in a body or a header. */
export async function crawl(
  app: TestApp,
  readers: ReadonlyMap<string, string | undefined>,
  ids: Readonly<Record<string, readonly string[]>>,
  marks: Readonly<Record<string, string>>,
): Promise<Crawl> {
  const seen = new Map<string, Set<string>>();
  let answers = 0;
  const { body: document } = await app.ask('GET', '//openapi.json');
  const gets = Object.entries(document.paths as Record<string, { get?: object }>).flatMap(([path, methods]) =>
    methods.get ? [path] : [],
  );
  for (const [reader, username] of readers)
    for (const path of gets)
      for (const url of fill(path, ids)) {
        const answer = await app.ask('GET', `/${url}`, username === undefined ? {} : { as: username });
        answers += 1;
        const text = answer.text + JSON.stringify(answer.headers);
        for (const [name, value] of Object.entries(marks))
          if (text.includes(value)) seen.set(name, (seen.get(name) ?? new Set()).add(reader));
        expect([url, answer.status < 500]).toEqual([url, true]);
      }
  console.log(`canary crawl: ${answers} answers`);
  return { answers, who: (mark) => [...(seen.get(mark) ?? [])].toSorted() };
}

/** Ids of a list, as somebody who sees all of it. */
export async function idsIn(app: TestApp, path: string, as: string): Promise<string[]> {
  const { body } = await app.ask('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200`, { as });
  return (body?.items ?? []).map((item: { id: string }) => item.id);
}

/** Every address a path stands for, with each known id in its place. */
function fill(path: string, ids: Readonly<Record<string, readonly string[]>>): string[] {
  const name = /\{(\w+)\}/.exec(path)?.[1];
  if (name === undefined) return [path, ...(path.endsWith('s') ? [`${path}?limit=200`] : [])];
  return (ids[name] ?? []).flatMap((id) => fill(path.replace(`{${name}}`, id), ids));
}
