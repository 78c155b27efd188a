import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's defaults (19 MiB, 2 passes), which follow the OWASP cheat sheet. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'));

/** A hash nobody's password has: unknown names cost the same time as wrong passwords. */
let decoy: Promise<string> | undefined;

/** Is `password` the one behind `storedHash`? null = no such person; takes the same time. */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(storedHash ?? (await decoy), password.normalize('NFC'));
  return matches && storedHash !== null;
}
