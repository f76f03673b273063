import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { config } from '#app/platform/config.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** What came back: a status and the beginning of what was said, or why nothing came. */
export type Posted = { status: number | null; answer: string };

// two lists: a rule for IPv4 written as IPv6 would match every IPv4 address in one
const inner4 = new BlockList();
const inner6 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inner4.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 128], ['::1', 128], ['::ffff:0:0', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
] as const) inner6.addSubnet(net, bits, 'ipv6');

/** 内网地址: of this machine, of the network behind it, or of no machine at all. */
export function isInner(address: string): boolean {
  const kind = isIP(address);
  if (kind === 0) return true;
  if (kind === 4) return inner4.check(address, 'ipv4');
  return inner6.check(address, 'ipv6');
}

const letsInner = () => config().WEBHOOK_PRIVATE === 'yes';

/** 可推送的地址: over TLS to a name or an address that is not one of ours; the setting WEBHOOK_PRIVATE lets an office push inside its own network. */
export function checkAddress(url: string): void {
  const { protocol, hostname, username } = new URL(url);
  if (username) throw new Refusal('webhook-address-secret', 400);
  if (letsInner()) return;
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:') throw new Refusal('webhook-address-plain', 400);
  if ((isIP(host) && isInner(host)) || /(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$/i.test(host) || !/[.:]/.test(host)) throw new Refusal('webhook-address-inner', 400);
}

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** The name is looked up as the connection is made, and what it then means is what is checked: a name that changes its mind gets nowhere. */
export function guardedLookup(host: string, options: LookupOptions, done: Found): void {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '');
    const refused = found.find(({ address }) => isInner(address));
    if (refused && !letsInner()) return done(Object.assign(new Error(`${host} is inside (${refused.address})`), { code: 'EINNER' }), '');
    if (options.all) return done(null, found);
    return done(null, found[0]!.address, found[0]!.family);
  });
}

const patience = 10_000;
const longest = 500;

/** 送出: one POST; redirects are not followed, and no more than the beginning of the answer is read. */
export function post(url: string, headers: Record<string, string>, body: string): Promise<Posted> {
  return new Promise((finish) => {
    try {
      checkAddress(url);
    } catch (error) {
      finish({ status: null, answer: (error as Error).message });
      return;
    }
    const send = url.startsWith('https:') ? tlsRequest : plainRequest;
    const sent = send(url, { method: 'POST', headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) }, lookup: guardedLookup as never, agent: false, signal: AbortSignal.timeout(patience) });
    sent.once('error', (error) => finish({ status: null, answer: error.message.slice(0, longest) }));
    sent.once('response', (answer) => {
      let said = '';
      const over = () => finish({ status: answer.statusCode ?? null, answer: said.replaceAll('\0', '').toWellFormed().slice(0, longest) });
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => {
        said += piece;
        if (said.length > longest) answer.destroy();
      });
      answer.once('close', over);
      answer.once('error', over);
    });
    sent.end(body);
  });
}
