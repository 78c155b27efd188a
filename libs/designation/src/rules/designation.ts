import { type Day, type Finding, isDay, type TransitionTable } from '@daegaejo/platform/rules';

export const DESIGNATION_STATES = ['proposed', 'approved', 'withdrawn'] as const;
/** 지정·고시: proposed by one ministry, approved by the other, or withdrawn before that. */
export type DesignationState = (typeof DESIGNATION_STATES)[number];

export const DESIGNATION_ACTIONS = ['approve', 'withdraw'] as const;
/** What may be done with a proposed notice (convention). */
export type DesignationAction = (typeof DESIGNATION_ACTIONS)[number];

/** A designation notice; what was approved is undone by a later notice only (특별법 제12조, 제21조). */
export const DESIGNATION_TABLE: TransitionTable<DesignationState, DesignationAction> = {
  initial: 'proposed',
  finals: ['approved', 'withdrawn'],
  moves: {
    proposed: { approve: 'approved', withdraw: 'withdrawn' },
    approved: {},
    withdrawn: {},
  },
};

/** Law 18306 brought 연계지역 into the Act (제2조제1호의2); promulgated 2021-07-20, in force six months later (부칙). */
export const LINKED_AREA_IN_FORCE: Day = '2022-01-21';

/** A site of the confirmed plan, as far as a designation looks at it. */
export interface DesignableSite {
  readonly key: string;
  readonly role: 'hub' | 'linked-complex' | 'linked-area';
}

/** A designation notice (지정·고시) and what it is checked against. */
export interface DesignationSubject {
  /** 고시번호: "산업통상자원부고시 제2021-46호". */
  readonly noticeNumber: string;
  readonly noticeDate: Day;
  readonly effectiveDate: Day;
  /** Keys of the sites the notice designates. */
  readonly siteKeys: readonly string[];
  readonly planSites: readonly DesignableSite[];
  /** Sites an earlier notice designated; a later notice need not repeat the hub (as on 2022-03-30 for the 2020 round). */
  readonly designatedKeys?: readonly string[];
  /** The day the designation is proposed or approved. */
  readonly today: Day;
}

function dateFindings({ noticeDate, effectiveDate }: DesignationSubject): Finding[] {
  const findings: Finding[] = Object.entries({ noticeDate, effectiveDate })
    .filter(([, day]) => !isDay(day))
    .map(([field, day]) => ({ field, code: 'designation.date.invalid', params: { date: day } }));
  if (findings.length === 0 && effectiveDate < noticeDate)
    findings.push({
      field: 'effectiveDate',
      code: 'designation.effective-before-notice',
      params: { noticeDate, effectiveDate },
    });
  return findings;
}

function siteFindings({ siteKeys, planSites, designatedKeys, noticeDate, today }: DesignationSubject): Finding[] {
  if (siteKeys.length === 0) return [{ field: 'siteKeys', code: 'designation.site.required' }];
  const findings: Finding[] = [];
  siteKeys.forEach((key, index) => {
    const [field, params] = [`siteKeys[${index}]`, { site: key }];
    const site = planSites.find((candidate) => candidate.key === key);
    if (!site) findings.push({ field, code: 'designation.site.unknown', params });
    if (siteKeys.indexOf(key) < index) findings.push({ field, code: 'designation.site.duplicate', params });
    if (site?.role === 'linked-area' && (noticeDate < LINKED_AREA_IN_FORCE || today < LINKED_AREA_IN_FORCE))
      findings.push({
        field,
        code: 'designation.site.not-yet-designable',
        params: { site: key, from: LINKED_AREA_IN_FORCE },
      });
  });
  const designated = new Set([...siteKeys, ...(designatedKeys ?? [])]);
  if (!planSites.some(({ key, role }) => role === 'hub' && designated.has(key)))
    findings.push({ field: 'siteKeys', code: 'designation.hub.required' });
  return findings;
}

/**
 * What is wrong with a designation notice: a number, real days in order (convention); at least one site, all of them
 * sites of the plan, the hub among them (특별법 제11조, 제12조); a linked area only once the Act knows it (Law 18306):
 * neither noticed nor decided before that day.
 */
export function designationFindings(subject: DesignationSubject): Finding[] {
  const number: Finding[] =
    subject.noticeNumber.trim() === '' ? [{ field: 'noticeNumber', code: 'designation.notice-number.required' }] : [];
  return [...number, ...dateFindings(subject), ...siteFindings(subject)];
}
