import { StoreUnavailable } from './store.js';
import { unavailableOr } from './store-fault.js';

const withCode = (code: string): Error => Object.assign(new Error('driver'), { driverError: { code } });

describe('what PostgreSQL says when it cannot answer', () => {
  it.each([
    [withCode('53100'), 'full'],
    [withCode('40P01'), 'busy'],
    [withCode('55P03'), 'busy'],
    [withCode('57P01'), 'connection'],
    [Object.assign(new Error('refused'), { code: 'ECONNREFUSED', errno: -111 }), 'connection'],
    [Object.assign(new AggregateError([], 'refused'), { code: 'ECONNREFUSED' }), 'connection'],
    [new Error('timeout exceeded when trying to connect'), 'busy'],
  ])('given %s, then the caller may try again: %s', (error, reason) => {
    const found = unavailableOr(error);
    expect(found).toBeInstanceOf(StoreUnavailable);
    expect(found).toMatchObject({ reason, cause: error });
  });

  it.each([
    [new Error('timeout')],
    [withCode('23505')],
    // a mail server that is away, and a file that cannot be opened
    [Object.assign(new Error('temporary: ESOCKET'), { code: 'ESOCKET' })],
    [Object.assign(new Error('open'), { code: 'ENOENT', errno: -2, path: '/data/file' })],
    ['text'],
    [null],
  ])('given %s, then it is what it was', (error) => {
    expect(unavailableOr(error)).toBe(error);
  });
});
