import { connect } from 'node:net';

/** FLUSHALL: Redis forgets everything, and goes on. Answers whether it did. */
export function flushRedis(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1_000 }, () => socket.write('FLUSHALL\r\n'));
    const end = (done: boolean): void => {
      socket.destroy();
      resolve(done);
    };
    socket
      .once('data', (chunk) => end(chunk.toString('utf8').startsWith('+OK')))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}
