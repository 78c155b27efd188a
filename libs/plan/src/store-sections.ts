import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, changeRecord, refused, type Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { assertInTime, currentDeadline, policyOf, roundOf } from '@daegaejo/round';
import { planNotNow } from './move-plan.js';
import { amountFindings, EDITABLE, isEmptySection, type PlanSection, type SectionContent } from './rules/index.js';
import { PlanEntity } from './store/plan.entity.js';
import type { PlanSectionEntity } from './store/plan-section.entity.js';
import { addSection, currentSections } from './store/plan-sections.js';
import { assertUnlocked } from './supplement/assert-unlocked.js';

/** One section as somebody wants it to be. */
export interface SectionChange {
  readonly section: PlanSection;
  readonly content: SectionContent;
}

/** The plan after a save, and the sections that were to be changed as they stand now; one that is still unwritten is left out. */
export interface SavedSections {
  readonly plan: PlanEntity;
  readonly sections: readonly PlanSectionEntity[];
}

/**
 * The one place every change of a draft passes, whoever asks for it. The caller has loaded and locked the plan, authorised the
 * actor and compared versions; contents have the shape of their section. Sections that are the same as before stay as they are;
 * each other one gets its next version, and the plan one of its own, so that nobody submits a text he has not read.
 * Reads and writes the named sections only. 409 once the plan is with the evaluators or its deadline has passed; 422 for amounts
 * in another unit, and for what a return for supplement did not open.
 */
export async function storeSections(
  tx: Tx,
  actor: Actor,
  plan: PlanEntity,
  changes: readonly SectionChange[],
): Promise<SavedSections> {
  await assertDraftOpen(tx, plan, 'save-draft');
  const named = changes.map(({ section }) => section);
  const before = new Map((await currentSections(tx.manager, plan.id, named)).map((row) => [row.section, row]));
  if (plan.state === 'supplement') await assertUnlocked(tx, plan, [...before.values()], changes);
  assertNone(changes.flatMap(amountFindingsOf));
  const texts = changes.map((change) => ({ ...change, text: JSON.stringify(change.content) }));
  const changed = texts.filter(({ section, content, text }) => {
    const row = before.get(section);
    return row === undefined ? !isEmptySection(content) : row.content !== text;
  });
  if (changed.length === 0) return { plan, sections: [...before.values()] };
  for (const { section, text } of changed) {
    const version = (before.get(section)?.version ?? 0) + 1;
    const row = { planId: plan.id, section, version, content: text, savedBy: actor.personId ?? '' };
    before.set(section, await addSection(tx, row));
  }
  const basics = changed.find((change) => change.section === 'basics')?.content;
  const saved = await changeRecord(tx.manager, PlanEntity, plan, {
    ...(basics === undefined ? {} : { draftTitle: titleIn(basics) }),
    updatedAt: tx.now,
  });
  return { plan: saved, sections: [...before.values()] };
}

/** Amounts in another unit never get into a draft, whichever way they come. */
const amountFindingsOf = ({ section, content }: SectionChange): Finding[] =>
  section === 'budget' ? amountFindings(content as SectionContent<'budget'>) : [];

/** Title of the draft as lists show it. */
const titleIn = (basics: SectionContent): string => (basics as SectionContent<'basics'>).title.slice(0, 200);

/** 409 unless the draft, and what hangs on it, may be changed now. */
export async function assertDraftOpen(tx: Tx, plan: PlanEntity, action: string): Promise<void> {
  if (!EDITABLE.includes(plan.state)) throw planNotNow(plan, action);
  if (plan.state === 'submitted') await assertStillIntake(tx, plan);
}

/** A filed plan may be mended and filed again until the deadline, not after. */
async function assertStillIntake(tx: Tx, plan: PlanEntity): Promise<void> {
  const round = await roundOf(tx, plan.roundId);
  const deadline = await currentDeadline(tx.manager, round, await policyOf(tx.manager, round), 'intake');
  assertInTime(tx, deadline);
  if (round.state !== 'intake') throw refused('plan.round-closed', [], { state: round.state });
}
