import { BlockList, isIP } from 'node:net';
import type { Finding } from '@daegaejo/platform/rules';

export const WEBHOOK_URL_LENGTH = 500;

/** Addresses that are not of the open internet (IANA special-purpose registries, RFC 6890). */
const SPECIAL = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  SPECIAL.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['2001::', 23], // Teredo, ORCHID and other assignments of the protocol
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4 carries an IPv4 address
] as const)
  SPECIAL.addSubnet(net, prefix, 'ipv6');
const GLOBAL_V6 = new BlockList();
GLOBAL_V6.addSubnet('2000::', 3, 'ipv6');

/** Names that are answered by the machine itself or by a local network only (RFC 6761, RFC 6762, ICANN .internal). */
const LOCAL_NAME = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home\.arpa)$/;

/** Is the host of a URL, as WHATWG URL writes it, an address or a name outside the open internet? */
function isLocal(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const family = isIP(host);
  if (family === 4) return SPECIAL.check(host, 'ipv4');
  if (family === 6) return !GLOBAL_V6.check(host, 'ipv6') || SPECIAL.check(host, 'ipv6');
  return !host.includes('.') || LOCAL_NAME.test(host);
}

/**
 * What is wrong with the address of a receiver. Both flags are for tests alone: `allowInsecure` takes http://,
 * `allowPrivate` takes addresses of this machine. Names are resolved, and checked again, when something is sent.
 */
export function urlFindings(
  text: string,
  { allowInsecure = false, allowPrivate = false }: { allowInsecure?: boolean; allowPrivate?: boolean } = {},
): Finding[] {
  if (text.length > WEBHOOK_URL_LENGTH)
    return [{ field: 'url', code: 'notification.webhook.length', params: { max: WEBHOOK_URL_LENGTH } }];
  if (!URL.canParse(text)) return [{ field: 'url', code: 'notification.webhook.url' }];
  const url = new URL(text);
  const secure = url.protocol === 'https:' || (allowInsecure && url.protocol === 'http:');
  if (!secure) return [{ field: 'url', code: 'notification.webhook.https' }];
  const findings: Finding[] = [];
  if (url.username !== '' || url.password !== '')
    findings.push({ field: 'url', code: 'notification.webhook.credentials' });
  if (!allowPrivate && isLocal(url.hostname)) findings.push({ field: 'url', code: 'notification.webhook.address' });
  if (url.port !== '' && url.port !== '443' && Number(url.port) < 1024)
    findings.push({ field: 'url', code: 'notification.webhook.port' });
  return findings;
}
