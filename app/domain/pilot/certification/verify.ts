import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { checkCredential, numberIn } from './check-credential.ts';
import { contexts } from './contexts.ts';
import { publicKeys } from './keys.ts';
import type { Verdict } from './model.ts';
import { readPresented } from './presented.ts';
import { findByNumber, type Registered } from './register.ts';
import { hashOf } from './write-certificate.ts';

export type Verified = { verdict: Verdict; certificate: Registered | null; claimed: string; isNewest: boolean };

/**
 * 核验来件: first whether it is ours and unaltered, then what the register says of it now. What is shown afterwards comes from the
 * register and never from the file.
 */
export async function verifyPresented(ctx: Ctx, content: Uint8Array): Promise<Verified> {
  await limit(ctx, `certificate:${ctx.address ?? 'unknown'}`, 60, 600);
  const credential = await readPresented(content);
  const genuine = await checkCredential(credential, await publicKeys(ctx), contexts);
  const number = numberIn(credential);
  const claimed = number ?? '';
  const certificate = number && genuine !== 'unknown-issuer' ? ((await findByNumber(ctx, number)) ?? null) : null;
  if (genuine !== 'genuine') return { verdict: genuine, certificate, claimed, isNewest: true };
  if (!certificate) return { verdict: 'not-on-register', certificate: null, claimed, isNewest: true };
  return { verdict: certificate.standing, certificate, claimed, isNewest: hashOf(credential) === certificate.credentialHash };
}
