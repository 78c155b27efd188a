import { Agent, request } from 'node:http';
import { quantile } from './measure.js';

/**
 * A process of its own that asks a server the same small question over and over, on so many connections, each as soon as it
 * has its answer. Told "begin" it forgets what it knows, told "end" it says what it saw.
 * Arguments: address, token, connections.
 */
const [, , address = '', token = '', connections = '8'] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });

/** What was seen between "begin" and "end", in milliseconds. */
export interface Seen {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

let times: number[] = [];
let begun = performance.now();
let asking = true;

function ask(): Promise<void> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = request(address, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        times.push(performance.now() - started);
        if (response.statusCode === 200 && text.includes('"person"')) resolve();
        else reject(new Error(`${response.statusCode} ${text.slice(0, 200)}`));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function keepAsking(): Promise<void> {
  for (;;) {
    if (!asking) return;
    await ask();
  }
}

function end(): Seen {
  const seconds = (performance.now() - begun) / 1_000;
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    max: quantile(times, 1),
  };
}

process.on('message', (told) => {
  if (told === 'begin') {
    times = [];
    begun = performance.now();
  } else if (told === 'end') process.send?.(end());
  else asking = false;
});

Promise.all(Array.from({ length: Number(connections) }, keepAsking)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
