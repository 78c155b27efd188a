import { lineageOf } from './lineage.js';

const plan = (id: string, startedFromId: string | null = null) => ({ id, startedFromId });
const PLANS = [plan('2019'), plan('2020', '2019'), plan('2021', '2020'), plan('2022', '2020'), plan('alone')];

describe('the lineage of a plan', () => {
  it.each(['2019', '2020', '2021', '2022'])('is the same seen from any of its plans (%s)', (id) => {
    expect(lineageOf(PLANS, id).map((one) => one.id)).toEqual(['2019', '2020', '2021', '2022']);
  });

  it('does not depend on the order they come in', () => {
    expect(lineageOf(PLANS.toReversed(), '2022')).toHaveLength(4);
  });

  it('is the plan itself where nothing carries it on', () => {
    expect(lineageOf(PLANS, 'alone')).toEqual([plan('alone')]);
  });
});
