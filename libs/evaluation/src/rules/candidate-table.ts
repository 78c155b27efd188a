import {
  addYears,
  type CellFinding,
  type ColumnKind,
  column,
  type Day,
  type FilledSheet,
  type Finding,
  type FormFields,
  type FormSheet,
  formSheet,
  guideSheet,
  keptText,
  numberIn,
  optionalColumn,
  plainText,
  type ReadRow,
  readTable,
  sameWord,
  SheetReader,
  type TableForm,
  textIn,
  YES_NO,
} from '@daegaejo/platform/rules';
import { enteringFindings, EXPERIENCE_ASKED, PROFILE_YEARS, type QualificationCode } from './candidate.js';

/** What somebody enters the pool by, in words (산업기술혁신사업 공통 운영요령 제6조, convention). */
const QUALIFICATIONS: Readonly<Record<QualificationCode, string>> = {
  doctor: '박사',
  master: '석사',
  bachelor: '학사',
  'department-head': '부서장',
  'professional-engineer': '기술사',
  'assistant-professor': '조교수 이상',
  'official-grade-5': '5급 이상 공무원',
};
const STANDINGS = { in: '등재', struck: '제외' } as const;

const choice = (words: Readonly<Record<string, string>>): ColumnKind => ({ is: 'choice', words });
const years = Object.values(EXPERIENCE_ASKED).join('년, ');

const FORM: TableForm = {
  name: '평가위원 후보군',
  columns: {
    username: column('아이디', { is: 'text', max: 64 }, '등록된 사람의 로그인 아이디. 한 사람에 한 줄', 18),
    name: optionalColumn('성명', { is: 'text', max: 100 }, '알아보기 위한 것. 적으면 등록된 성명과 같아야 함'),
    fields: column('전문분야', { is: 'list', max: 64, most: 20 }, '쉼표로 나눔', 30),
    industry: column('산업계', choice(YES_NO), '산업계 위원인지', 8),
    department: optionalColumn('학과·부서', { is: 'text', max: 200 }, '소속 기관 안의 학과나 부서', 20),
    qualification: column('자격', choice(QUALIFICATIONS), `석사와 학사는 경력(${years}년 이상)이 있어야 함`, 16),
    experienceYears: optionalColumn('경력 연수', { is: 'whole', min: 0, max: 80 }, '자격에 필요한 경력의 햇수'),
    validUntil: optionalColumn('유효일', { is: 'day' }, `이 날까지 유효함. 비우면 오늘부터 ${PROFILE_YEARS}년`, 14),
    standing: optionalColumn('상태', choice(STANDINGS), '알아보기 위한 것. 후보군 제외는 이 파일로 하지 않음', 8),
    version: optionalColumn('판', { is: 'whole', min: 1, max: 1_000_000 }, '받은 파일의 값 그대로. 새 후보면 비움', 8),
  },
};
/** Most rows of a file, and most of them that an import may change: each is locked, recorded and checked for conflicts. */
export const MOST_CANDIDATES = 2_000;
export const MOST_CANDIDATE_CHANGES = 500;

/** A profile as it is kept. */
export interface KeptCandidate {
  readonly fields: readonly string[];
  readonly industry: boolean;
  readonly department: string | null;
  readonly qualification: QualificationCode;
  readonly experienceYears: number | null;
  readonly validUntil: Day;
  readonly struck: boolean;
  readonly version: number;
}

/** Somebody the programme knows, with his profile where he has one. */
export interface KnownCandidate {
  readonly personId: string;
  readonly username: string;
  readonly displayName: string;
  readonly isEvaluator: boolean;
  readonly profile: KeptCandidate | null;
}

function fieldsOf({ username, displayName: name, profile }: KnownCandidate): FormFields {
  if (profile === null) return { username, name };
  const { struck, industry, ...kept } = profile;
  return { ...kept, username, name, industry: industry ? 'yes' : 'no', standing: struck ? 'struck' : 'in' };
}

/** The pool as a sheet, in the order given. */
export const candidateSheets = (pool: readonly KnownCandidate[]): FormSheet[] => [formSheet(FORM, pool.map(fieldsOf))];

/** The empty form, and a sheet that explains it. */
export const candidateForm = (): FormSheet[] => [formSheet(FORM, []), guideSheet([FORM])];

/** Rows of a file, not yet held against the people they name. */
export interface CandidateTable {
  readonly sheet: SheetReader;
  /** By user name. */
  readonly rows: ReadonlyMap<string, ReadRow>;
}

export function readCandidateTable(filled: readonly FilledSheet[]): CandidateTable {
  const sheet = new SheetReader(readTable(FORM, filled, { prefix: 'table', most: MOST_CANDIDATES }));
  return { sheet, rows: sheet.keyed('username', (row) => textIn(row, 'username')?.toLowerCase() ?? null) };
}

/** What one row makes of a profile; null as `validUntil`: two years from today. */
export interface CandidateChange extends Omit<KeptCandidate, 'struck' | 'version' | 'validUntil'> {
  readonly personId: string;
  readonly validUntil: Day | null;
  /** Version it was based on; null for somebody new. */
  readonly expectedVersion: number | null;
}

export interface CandidateJudgement {
  readonly changes: readonly CandidateChange[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly findings: readonly CellFinding[];
}

/**
 * What a file changes in the pool, and everything that is wrong with it. Whoever is not in the file stays as he is, and so does
 * a row that says what is kept, valid or not: only what changes is checked as if it were entered today.
 */
export function judgeCandidates(
  { sheet, rows }: CandidateTable,
  people: ReadonlyMap<string, KnownCandidate>,
  today: Day,
): CandidateJudgement {
  const changes: CandidateChange[] = [];
  let [added, unchanged] = [0, 0];
  for (const [username, row] of rows) {
    const known = people.get(username);
    const report = (field: string, code: string, params?: Finding['params']) => sheet.report(row, field, code, params);
    if (known === undefined) report('username', 'candidate-table.unknown-person');
    else checkFacts(row, known, report);
    if (known === undefined || row.unread.size > 0) continue;
    const change = changeOf(row, known);
    if (isKept(change, known.profile)) {
      unchanged += 1;
      continue;
    }
    changes.push(change);
    if (known.profile === null) added += 1;
    checkChange(change, known, today, report);
    if (changes.length === MOST_CANDIDATE_CHANGES + 1)
      report('username', 'field.list', { max: MOST_CANDIDATE_CHANGES });
  }
  return { changes, added, changed: changes.length - added, unchanged, findings: sheet.findings };
}

type Report = (field: string, code: string, params?: Finding['params']) => void;

/** Columns that only show what is known must not say something else. */
function checkFacts(row: ReadRow, { displayName, profile }: KnownCandidate, report: Report): void {
  const name = textIn(row, 'name');
  if (name !== null && sameWord(name) !== sameWord(displayName))
    report('name', 'candidate-table.name-differs', { name: displayName });
  const standing = textIn(row, 'standing');
  if (standing !== null && standing !== (profile?.struck === true ? 'struck' : 'in'))
    report('standing', 'candidate-table.standing');
}

function changeOf(row: ReadRow, { personId, profile }: KnownCandidate): CandidateChange {
  const read = row.values['fields'];
  const fields = Array.isArray(read) ? (read as readonly string[]) : [];
  const before = profile?.fields ?? [];
  return {
    personId,
    fields: sameWord(fields.join(',')) === sameWord(before.map(plainText).join(',')) ? before : [...new Set(fields)],
    industry: textIn(row, 'industry') === 'yes',
    department: keptText(profile?.department, row.values['department']),
    qualification: textIn(row, 'qualification') as QualificationCode,
    experienceYears: numberIn(row, 'experienceYears'),
    validUntil: textIn(row, 'validUntil'),
    expectedVersion: numberIn(row, 'version'),
  };
}

const isKept = (change: CandidateChange, profile: KeptCandidate | null): boolean =>
  profile !== null &&
  change.fields === profile.fields &&
  (['industry', 'department', 'qualification', 'experienceYears', 'validUntil'] as const).every(
    (field) => change[field] === profile[field],
  );

function checkChange(
  change: CandidateChange,
  { isEvaluator, profile }: KnownCandidate,
  today: Day,
  report: Report,
): void {
  if (!isEvaluator) report('username', 'evaluation.role-needed', { role: 'evaluator' });
  if (profile?.struck === true) report('username', 'candidate.struck');
  if (change.expectedVersion !== (profile?.version ?? null))
    report('version', profile === null ? 'candidate-table.no-version' : 'candidate-table.version', {
      version: profile?.version ?? '',
    });
  const validUntil = change.validUntil ?? addYears(today, PROFILE_YEARS);
  for (const { field, code, params } of enteringFindings({ ...change, validUntil, struck: false }, today))
    report(field, code, params);
}
