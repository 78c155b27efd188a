import { type Finding, formatScore } from '@daegaejo/platform/rules';
import { fundingPolicyFindings } from './funding-policy.js';
import { CALENDAR_STEPS, type CalendarStep, type RoundPolicy } from './policy.js';
import { executionFindings } from './execution-policy.js';
import { rubricFindings } from './rubric-findings.js';

/** What is wrong with a policy as a whole; each field alone was checked before. */
export function policyFindings(policy: RoundPolicy): Finding[] {
  return [
    ...rubricFindings(policy),
    ...tieFindings(policy),
    ...scoringFindings(policy),
    ...panelFindings(policy),
    ...calendarFindings(policy),
    ...committeeFindings(policy),
    ...fundingPolicyFindings(policy.funding),
    ...listFindings(policy),
    ...executionFindings(policy.execution),
  ];
}

function tieFindings({ criteria, tieChain }: RoundPolicy): Finding[] {
  const codes = new Set(criteria.map((criterion) => criterion.code));
  return tieChain.flatMap((rule, index): Finding[] =>
    rule.by === 'base-score' || codes.has(rule.criterion)
      ? []
      : [
          {
            field: `tieChain[${index}].criterion`,
            code: 'round.policy.criterion-unknown',
            params: { criterion: rule.criterion },
          },
        ],
  );
}

function scoringFindings({ scoring, stages, bonus }: RoundPolicy): Finding[] {
  const findings: Finding[] = [];
  const { trim, minimumPanel } = scoring;
  if (trim.minimumKept > minimumPanel)
    findings.push({ field: 'scoring.trim.minimumKept', code: 'round.policy.trim', params: { minimumPanel } });
  for (const [index, stage] of (stages ?? []).entries()) {
    const own = { trim: stage.trim ?? trim, minimumPanel: stage.minimumPanel ?? minimumPanel };
    const differs = stage.trim !== undefined || stage.minimumPanel !== undefined;
    if (differs && own.trim.minimumKept > own.minimumPanel)
      findings.push({
        field: `stages[${index}].trim.minimumKept`,
        code: 'round.policy.trim',
        params: { minimumPanel: own.minimumPanel },
      });
  }
  return [...findings, ...bonusFindings(bonus)];
}

/** What is wrong with 가점 and 감점: items below zero, and caps that do not hold the largest of them. */
export function bonusFindings({ cap, deductionCap, items }: RoundPolicy['bonus']): Finding[] {
  const highest = (deducts: boolean): number =>
    Math.max(0, ...items.filter(({ kind }) => (kind === 'deduction') === deducts).map(({ max }) => max));
  const findings = items.flatMap(({ max }, index): Finding[] =>
    max < 0 ? [{ field: `bonus.items[${index}].max`, code: 'round.policy.below-zero' }] : [],
  );
  if (highest(false) > cap)
    findings.push({ field: 'bonus.cap', code: 'round.policy.bonus-cap', params: { max: formatScore(highest(false)) } });
  const deducts = items.some(({ kind }) => kind === 'deduction');
  if (deducts && (deductionCap === undefined || highest(true) > deductionCap))
    findings.push({
      field: 'bonus.deductionCap',
      code: 'round.policy.deduction-cap',
      params: { max: formatScore(highest(true)) },
    });
  return findings;
}

function panelFindings({ panel }: RoundPolicy): Finding[] {
  const share = panel?.industryShare;
  return share === undefined || share.of <= share.per
    ? []
    : [{ field: 'panel.industryShare.of', code: 'round.policy.industry-share', params: { per: share.per } }];
}

function calendarFindings({ calendar }: RoundPolicy): Finding[] {
  return CALENDAR_STEPS.slice(1).flatMap((step, index): Finding[] => {
    const before = CALENDAR_STEPS[index] as CalendarStep;
    return calendar.deadlines[step] > calendar.deadlines[before]
      ? []
      : [{ field: `calendar.deadlines.${step}`, code: 'round.policy.calendar-order', params: { before } }];
  });
}

function committeeFindings({ deliberation: { committee } }: RoundPolicy): Finding[] {
  if (committee === undefined || committee.minimum <= committee.maximum) return [];
  const params = { minimum: committee.minimum };
  return [{ field: 'deliberation.committee.maximum', code: 'round.policy.committee-size', params }];
}

const twice = (field: string, values: readonly unknown[]): Finding[] =>
  new Set(values).size === values.length ? [] : [{ field, code: 'round.policy.twice' }];

const codesOf = (records: readonly { readonly code: string }[] | undefined): string[] =>
  (records ?? []).map(({ code }) => code);

function listFindings({ fundingYears, owners, bonus, stages, groups }: RoundPolicy): Finding[] {
  return [
    ...twice('fundingYears', fundingYears),
    ...twice('owners', owners),
    ...twice('bonus.items', codesOf(bonus.items)),
    ...twice('stages', codesOf(stages)),
    ...twice('groups', codesOf(groups)),
  ];
}
