import { DEMO_PASSWORD } from '@daegaejo/rehearsal';
import { Play, Stage } from '@daegaejo/rehearsal/demo';
import type { TestApp } from './app.js';

/** The play of the demo, spoken into a test application. */
export function playIn(app: TestApp): Play {
  const transport = {
    send: async ({
      method,
      path,
      headers,
      body,
    }: {
      method: string;
      path: string;
      headers: Readonly<Record<string, string>>;
      body?: unknown;
    }) => {
      const answer = await app.ask(method, `/${path}`, { headers, ...(body === undefined ? {} : { body }) });
      return { status: answer.status, body: answer.body };
    },
  };
  return new Play(new Stage(transport, () => DEMO_PASSWORD, 'spec'));
}
