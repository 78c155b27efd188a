import { sourcesOf } from './sources.js';

/** What a step of the round waits for (409): records, named as in their addresses, where the request has no field to mend. */
const AWAITED = ['approvals', 'challenges', 'corrections', 'meetings', 'objections', 'resolutions'];
/** Where a request says something outside of its body and path. */
const BESIDE_THE_BODY = ['If-Match', 'Upload-Offset', 'cursor'];
/** Indicators go by their code where a plan is held against earlier ones. */
const INDICATORS = ['direct-hires'];

const PROPERTY = /^\s+(?:readonly )?(\w+)[!?]?\??:/gm;
const PARAMETER = /@(?:Param|Query)\('(\w+)'/g;
const FIELD = /\bfield: (?:'([^']+)'|`([^`]+)`)/g;

const SOURCES = sourcesOf('libs');
const namesIn = (ending: string, pattern: RegExp): string[] =>
  SOURCES.filter(({ file }) => file.endsWith(ending)).flatMap(({ text }) =>
    [...text.matchAll(pattern)].map(([, name]) => String(name)),
  );

/** The names in a path like `stages[${index}].members.code`; what is put in is left out. */
const namesOf = (field: string): string[] =>
  field
    .replaceAll(/\$\{[^}]*\}/g, '')
    .split(/[.[\]: ]+/)
    .filter((name) => name !== '' && !/^\d+$/.test(name));

describe('what a refusal names as the field', () => {
  it('is a field, parameter or header of some request', () => {
    const known = new Set([
      ...namesIn('.dto.ts', PROPERTY),
      ...namesIn('.controller.ts', PARAMETER),
      ...AWAITED,
      ...BESIDE_THE_BODY,
      ...INDICATORS,
    ]);
    const named = SOURCES.flatMap(({ file, text }) =>
      [...text.matchAll(FIELD)].map(([, plain, template]) => [file, plain ?? template ?? ''] as const),
    );
    expect(named.length).toBeGreaterThan(200);
    expect(named.filter(([, field]) => namesOf(field).some((name) => !known.has(name)))).toEqual([]);
  });
});
