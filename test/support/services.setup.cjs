const net = require('node:net');

const answers = (url, fallbackPort) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = net.connect({ host: hostname, port: Number(port || fallbackPort), timeout: 1500 });
    const done = (up) => {
      socket.destroy();
      resolve(up);
    };
    socket
      .once('connect', () => done(true))
      .once('error', () => done(false))
      .once('timeout', () => done(false));
  });

/** Which services answer; the suites that need one that does not are left out, loudly, or fail the run with REQUIRE_SERVICES=1. */
module.exports = async () => {
  process.env.DATABASE_URL_TEST ??= 'postgres://postgres@127.0.0.1:5432/test';
  process.env.REDIS_URL ??= 'redis://127.0.0.1:6379';
  if (!/\/[\w-]*test[\w-]*$/.test(new URL(process.env.DATABASE_URL_TEST).pathname))
    throw new Error('DATABASE_URL_TEST must name a database with "test" in its name');
  const missing = [];
  process.env.TEST_POSTGRES = (await answers(process.env.DATABASE_URL_TEST, 5432)) ? '1' : '0';
  if (process.env.TEST_POSTGRES === '0')
    missing.push('PostgreSQL (DATABASE_URL_TEST): every suite "on postgres" is left out');
  process.env.TEST_REDIS = (await answers(process.env.REDIS_URL, 6379)) ? '1' : '0';
  if (process.env.TEST_REDIS === '0')
    missing.push('Redis (REDIS_URL): every suite "carried by BullMQ" and the storm over Redis are left out');
  if (missing.length === 0) return;
  const text = missing.map((line) => `  !! no answer from ${line}`).join('\n');
  if (process.env.REQUIRE_SERVICES === '1') throw new Error(`REQUIRE_SERVICES=1, but\n${text}`);
  console.warn(`\n${'!'.repeat(80)}\n${text}\n${'!'.repeat(80)}\n`);
};
