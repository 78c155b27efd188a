import type { Messages } from '@daegaejo/platform';

/** Returning a plan for supplement, the letter a filing comes with, and notes within a province. */
export const RETURN_MESSAGES: Messages = {
  'plan.supplement.once': {
    ko: '이 계획에는 이미 보완요구를 했습니다. 보완요구는 계획마다 한 번입니다.',
    en: 'This plan was returned for supplement before; that is done once per plan.',
  },
  'plan.supplement.open': {
    ko: '보완 기한이 끝나지 않은 계획이 {count}건 있습니다.',
    en: '{count} plan(s) were returned for supplement and still have time',
  },
  'plan.supplement.due-past': {
    ko: '보완 기한은 지금({now})보다 뒤여야 합니다.',
    en: 'must be later than now ({now})',
  },
  'plan.supplement.due-late': {
    ko: '이 회차의 보완 기간은 {days}일까지입니다. 늦어도 {latest} 이전이어야 합니다.',
    en: 'this round allows {days} day(s): {latest} at the latest',
  },
  'plan.supplement.nothing': {
    ko: '보완할 부분을 하나 이상 적어야 합니다.',
    en: 'name at least one part to be supplied',
  },
  'plan.supplement.part': {
    ko: 'section과 path 가운데 하나만 적어야 합니다.',
    en: 'name either a section or a path',
  },
  'plan.supplement.path': {
    ko: '접수된 계획에 그런 행이 없습니다: {path}. 표의 한 행은 subProjects[키]처럼 적습니다.',
    en: 'the filed plan has no row {path}; a row of a table is written like subProjects[key]',
  },
  'plan.locked': {
    ko: '보완요구에 들지 않은 곳이라 고칠 수 없습니다. 고칠 수 있는 부분: {open}',
    en: 'was not returned for supplement and stays as it was filed; open are: {open}',
  },
  'plan.letter.missing': {
    ko: '이 회차는 제출할 때 공문 번호를 요구합니다.',
    en: 'this round asks for the number of the official letter',
  },
  'plan.comment.resolved': { ko: '이미 해결된 의견입니다.', en: 'The note is settled already.' },
};
