import { MESSAGES } from '@daegaejo/composition';
import { sentence } from '@daegaejo/platform';
import { sourcesOf } from './sources.js';

const CODE = /(?:code: |refused\(|new Problem\(\d{3}, |, code\('?)\s*'([a-z][\w-]*(?:\.[\w-]+)+)'(?!,\s*source:)/g; // a rule's own name is no sentence
const paramsOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+(?::[\w.-]+)?)\}/g)].map(([, name]) => String(name)).toSorted();

describe('the sentences', () => {
  it('exist for every code the product can answer with', () => {
    const codes = new Set(
      sourcesOf('libs', 'apps').flatMap(({ text }) => [...text.matchAll(CODE)].map(([, code]) => String(code))),
    );
    expect(codes.size).toBeGreaterThan(100);
    expect([...codes].filter((code) => MESSAGES[code] === undefined)).toEqual([]);
  });

  it('say the same in both languages, with the same values', () => {
    for (const [code, { ko, en }] of Object.entries(MESSAGES)) {
      expect([code, ko]).not.toEqual([code, '']);
      if (!code.startsWith('organisation:')) expect(ko).toMatch(/[가-힣]/);
      expect([code, ...new Set(paramsOf(en))]).toEqual([code, ...new Set(paramsOf(ko))]);
    }
  });

  it('fill in their values, and show a value that is missing', () => {
    expect(sentence(MESSAGES, 'en', 'record.stale', { current: 3 })).toContain('version 3');
    expect(sentence(MESSAGES, 'ko', 'record.stale')).toContain('{current}');
  });
});
