import { DEMO_PASSWORD } from '../demo-people.js';
import { Play } from './play.js';
import { Stage } from './stage.js';
import { type Injectable, innerTransport } from './transport.js';

export { checkRound } from './check.js';
export type { Check } from './checked.js';
export { loadCohort } from './cohort.js';
export { Play, type Scene } from './play.js';
export { Stage } from './stage.js';
export { networkTransport } from './transport.js';

/** Plays the demo into a server of the same process that does not listen yet: the first round whole, the second into its evaluation. */
export async function loadFullDemo(server: Injectable): Promise<void> {
  const stage = new Stage(innerTransport(server), () => DEMO_PASSWORD, 'demo');
  await new Play(stage).demo(() => undefined);
}
