import { nextState } from '@daegaejo/platform/rules';
import { NEW_PANEL_TABLE, newPanelFindings } from './new-panel.js';

describe('the panel of a re-evaluation', () => {
  const main = { stage: 'main', count: 5, required: 5 };
  it.each([
    ['is complete', { stages: [main], chairs: 1 }, []],
    ['is one short', { stages: [{ ...main, count: 4 }], chairs: 1 }, ['re-evaluation.too-few']],
    [
      'has nobody in one of its stages',
      { stages: [main, { stage: 'visit', count: 0, required: 3 }], chairs: 1 },
      ['re-evaluation.too-few'],
    ],
    ['has a chair who does not evaluate the plan', { stages: [main], chairs: 0 }, ['re-evaluation.chair-outside']],
    [
      'has neither',
      { stages: [{ ...main, count: 0 }], chairs: 0 },
      ['re-evaluation.too-few', 're-evaluation.chair-outside'],
    ],
  ])('%s', (_name, panel, codes) => {
    expect(newPanelFindings(panel).map(({ code }) => code)).toEqual(codes);
  });

  it('opens again where somebody leaves before the signature, and never after it', () => {
    expect(nextState(NEW_PANEL_TABLE, 'locked', 'reopen')).toBe('open');
    expect(nextState(NEW_PANEL_TABLE, 'closed', 'reopen')).toBeNull();
    expect(nextState(NEW_PANEL_TABLE, 'open', 'close')).toBeNull();
    expect(nextState(NEW_PANEL_TABLE, 'locked', 'extend')).toBeNull();
  });
});
