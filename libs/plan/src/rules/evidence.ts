import type { Finding } from '@daegaejo/platform/rules';
import type { EvidenceKind, PlanContent } from './content.js';

/** Linked complexes and areas that do not say what links them to the hub. */
export function linkageFindings({ sites }: PlanContent): Finding[] {
  return sites.flatMap(({ role, name, linkage }, index): Finding[] =>
    role === 'hub' || (linkage?.evidence ?? '').trim() !== ''
      ? []
      : [{ field: `sites[${index}].linkage`, code: 'plan.linkage.missing', params: { name } }],
  );
}

/**
 * Documents a filing must come with and does not. Every document of a required kind must be there: attached, or not needed,
 * and then a note says why; one that is promised is not there yet.
 */
export function evidenceFindings({ evidence = [] }: PlanContent, required: readonly EvidenceKind[]): Finding[] {
  return required.flatMap((kind): Finding[] => {
    const params = { kind };
    const given = evidence.map((document, index) => ({ ...document, index })).filter((one) => one.kind === kind);
    if (given.length === 0) return [{ field: 'evidence', code: 'plan.evidence.missing', params }];
    return given.flatMap(({ status, attachmentId, note, index }): Finding[] => {
      const field = `evidence[${index}]`;
      if (status === 'promised') return [{ field: `${field}.status`, code: 'plan.evidence.promised', params }];
      if (status === 'attached' && attachmentId === null)
        return [{ field: `${field}.attachmentId`, code: 'plan.evidence.attachment', params }];
      if (status === 'not-needed' && (note ?? '').trim() === '')
        return [{ field: `${field}.note`, code: 'plan.evidence.note', params }];
      return [];
    });
  });
}
