import type { DetectedType } from '@daegaejo/platform/rules';
import { PLAN_MESSAGES } from '../messages.js';
import {
  attachmentFindings,
  attachmentNumber,
  blindName,
  contentFindings,
  EMPTY_CONTENT,
  nameFindings,
  nameWarnings,
  type PlanContent,
  roomFor,
} from './index.js';

describe('the name of a file', () => {
  it.each<[string, string[]]>([
    ['보고서.pdf', []],
    ['보고서.PDF', []],
    ['사진.jpeg', []],
    ['보고서.hwpx', []],
    ['보고서.xlsm', ['name attachment.macros']],
    ['보고서.pdf.exe', ['name attachment.extension']],
    ['보고서', ['name attachment.extension']],
    ['page.html', ['name attachment.extension']],
    ['drawing.svg', ['name attachment.extension']],
    ['archive.zip', ['name attachment.extension']],
  ])('%s', (name, expected) => {
    expect(nameFindings(name).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('is warned of where it is .hwp', () => {
    expect(nameWarnings('a.hwp').map(({ code }) => code)).toEqual(['attachment.hwp']);
    expect(nameWarnings('a.hwpx')).toEqual([]);
  });
});

describe('name and content', () => {
  it.each<[string, DetectedType, string | null]>([
    ['a.pdf', { is: 'document', kind: 'pdf' }, null],
    ['a.jpeg', { is: 'document', kind: 'jpg' }, null],
    ['a.pdf', { is: 'document', kind: 'docx' }, 'attachment.type'],
    ['a.pdf', { is: 'other', like: 'exe' }, 'attachment.type'],
    ['a.pdf', { is: 'other', like: null }, 'attachment.type.unknown'],
    ['a.docx', { is: 'refused', why: 'macros' }, 'attachment.macros'],
    ['a.docx', { is: 'refused', why: 'password' }, 'attachment.password'],
    ['a.docx', { is: 'refused', why: 'too-large' }, 'attachment.unpacks'],
    ['a.docx', { is: 'refused', why: 'damaged' }, 'attachment.damaged'],
  ])('%s that is %j', (name, content, expected) => {
    const codes = contentFindings(name, content).map(({ code }) => code);
    expect(codes).toEqual(expected === null ? [] : [expected]);
    for (const code of codes) expect(PLAN_MESSAGES).toHaveProperty([code]);
  });
});

describe('the attachments a content names', () => {
  const naming = (...ids: readonly (string | null)[]): PlanContent => ({
    ...EMPTY_CONTENT,
    evidence: ids.map((attachmentId) => ({
      kind: 'municipal-consent',
      organisation: '',
      status: 'attached',
      attachmentId,
      note: null,
    })),
  });

  it('are the plan’s own, still there, and not held', () => {
    const content = naming('clean', null, 'unscanned', 'scanning', 'removed', 'refused', 'else');
    const found = attachmentFindings(content, (id) => {
      if (id === 'else') return null;
      return id === 'removed' ? { state: 'clean', removed: true } : { state: id as 'clean', removed: false };
    });
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'evidence[3].attachmentId attachment.unready',
      'evidence[4].attachmentId attachment.removed',
      'evidence[5].attachmentId attachment.unready',
      'evidence[6].attachmentId attachment.unknown',
    ]);
    expect(attachmentFindings(EMPTY_CONTENT, () => null)).toEqual([]);
  });

  it('have a number for everybody and a neutral name for those who judge', () => {
    expect(attachmentNumber(2021, '부산', 7)).toBe('2021-부산-첨부-007');
    expect(blindName(7, 'jpg')).toBe('첨부 7.jpg');
  });
});

describe('room for one more file', () => {
  const MB = 1024 * 1024;
  it.each([
    [0, 0, 100 * MB, { is: 'room' }],
    [199, 1, 1, { is: 'room' }],
    [200, 1, 1, { is: 'too-many' }],
    [10, 100 * MB, 24 * MB, { is: 'room' }],
    [10, 100 * MB, 24 * MB + 1, { is: 'full', left: 24 * MB }],
    [11, 100 * MB, 1, { is: 'full', left: 0 }],
  ])('given %i files of %i bytes and one of %i, then %j', (count, each, size, expected) => {
    expect(
      roomFor(
        Array.from({ length: count }, () => ({ size: each })),
        size,
      ),
    ).toEqual(expected);
  });
});
