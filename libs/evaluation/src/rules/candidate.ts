import { addYears, type Day, type Finding } from '@daegaejo/platform/rules';

export const QUALIFICATION_CODES = [
  'doctor',
  'master',
  'bachelor',
  'department-head',
  'professional-engineer',
  'assistant-professor',
  'official-grade-5',
] as const;
/** What somebody enters the pool by (산업기술혁신사업 공통 운영요령 제6조, convention of a sibling programme). */
export type QualificationCode = (typeof QUALIFICATION_CODES)[number];

/** Years of experience a qualification asks for on top of the degree (석사 5년, 학사 7년). */
export const EXPERIENCE_ASKED: { readonly [Q in QualificationCode]?: number } = { master: 5, bachelor: 7 };

/** How long a profile counts before it must be refreshed, in years (convention, after 공통 운영요령 제6조). */
export const PROFILE_YEARS = 2;

export const STRIKE_GROUNDS = ['false-data', 'breach-of-duty', 'unfair-evaluation', 'failed-to-recuse'] as const;
/** Why somebody is struck from the pool (convention, after 공통 운영요령 제6조). */
export type StrikeGround = (typeof STRIKE_GROUNDS)[number];

/** As much of a profile as decides whether somebody may be invited. */
export interface CandidateFacts {
  readonly qualification: QualificationCode;
  readonly experienceYears: number | null;
  readonly fields: readonly string[];
  readonly validUntil: Day;
  readonly struck: boolean;
}

/** Why a profile does not carry an invitation on that day; empty = it does. */
export function candidateFindings(profile: CandidateFacts, today: Day): Finding[] {
  const findings: Finding[] = [];
  if (profile.struck) findings.push({ field: 'personId', code: 'candidate.struck' });
  if (profile.validUntil < today)
    findings.push({ field: 'validUntil', code: 'candidate.out-of-date', params: { validUntil: profile.validUntil } });
  return [...findings, ...profileFindings(profile)];
}

/** What is wrong with a profile that is entered or refreshed on that day. */
export function enteringFindings(profile: CandidateFacts, today: Day): Finding[] {
  const last = addYears(today, PROFILE_YEARS);
  return [
    ...profileFindings(profile),
    ...(profile.validUntil < today || profile.validUntil > last
      ? [{ field: 'validUntil', code: 'candidate.valid-until', params: { today, years: PROFILE_YEARS } }]
      : []),
  ];
}

/** What is wrong with a profile as it was entered. */
export function profileFindings({ qualification, experienceYears, fields }: CandidateFacts): Finding[] {
  const asked = EXPERIENCE_ASKED[qualification] ?? 0;
  const findings: Finding[] = [];
  if ((experienceYears ?? 0) < asked)
    findings.push({ field: 'experienceYears', code: 'candidate.experience', params: { years: asked } });
  if (fields.length === 0) findings.push({ field: 'fields', code: 'candidate.no-field' });
  return findings;
}
