/** Wrong passwords in a row before sign-in is closed for a while (convention; OWASP ASVS 6.3.1). */
const FREE_TRIES = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 60 * 60_000;

/**
 * Until when (milliseconds of the system clock) sign-in stays closed after `failures` wrong passwords in a row,
 * the last of them at `now`; null = it stays open. Doubles with every further failure, at most an hour.
 */
export function lockedUntil(failures: number, now: number): number | null {
  if (failures < FREE_TRIES) return null;
  return now + Math.min(FIRST_LOCK_MS * 2 ** Math.min(failures - FREE_TRIES, 10), LONGEST_LOCK_MS);
}
