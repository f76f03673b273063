import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { blind } from '#app/domain/base/accounts/sealed.ts';
import { inspect } from '#app/domain/base/files/inspect.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit, sharedKey } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Anchored, isProved, type Proof, proofOf } from './proof.ts';
import { recordRoots } from './tables.server.ts';

/** 可以核验的: what a stranger who holds a paper may learn was recorded; evidence of objections is not among it. */
export const anchoredEvents = [
  'application.submitted', 'application.paper-attached', 'review.submitted', 'application.accepted', 'application.declined', 'decision.explained', 'panel.signed', 'ranking.kept', 'scores.published',
  'notice.published', 'notice.corrected', 'notice.entry-removed', 'notice.entry-restored', 'notice.entry-corrected', 'notice.moved-up', 'notice.printed',
  'objection.received', 'objection.appealed', 'objection.answered', 'certificate.issued', 'certificate.signed-anew', 'report.handed-in', 'evaluation.concluded', 'spot-check.drawn', 'self-assessment.submitted',
] as const;
export type AnchoredEvent = (typeof anchoredEvents)[number];

/** 查到的一行: what it is about, its day, and how it is sealed. It names nobody and nothing. */
export type FoundAnchor = { event: AnchoredEvent; day: string; hash: string; anchored: Anchored };

type Row = { event: AnchoredEvent; at: Date; subjectId: string; fact: 'hash' | 'sha256'; hash: string };
const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const isHash = /^[0-9a-f]{64}$/;

/** 按指纹查: the lines of the records that hold one of these hashes. */
export async function findAnchors(ctx: Ctx, hashes: readonly string[]): Promise<FoundAnchor[]> {
  const events = sql.param([...anchoredEvents]);
  const asked = sql.param([...new Set(hashes)].filter((hash) => isHash.test(hash)));
  const { rows } = await ctx.db.execute<Row>(sql`
    select event, at, subject_id as "subjectId", 'hash' as fact, facts ->> 'hash' as hash from records where facts ->> 'hash' = any(${asked}::text[]) and event = any(${events}::text[])
    union all
    select event, at, subject_id, 'sha256', facts ->> 'sha256' from records where facts ->> 'sha256' = any(${asked}::text[]) and event = any(${events}::text[])
    limit 10`);
  const found: FoundAnchor[] = [];
  for (const { event, at, subjectId, fact, hash } of rows) {
    found.push({ event, hash, day: beijingDay(new Date(at)), anchored: await proofOf(ctx, { event, subjectId, facts: { [fact]: hash } }) });
  }
  return found;
}

/** A receipt's proof that somebody brings: whether it holds, and whether its root is the one that was published. */
export type BroughtProof = { isGood: boolean; isPublished: boolean; day: string };
export type Verdict = { hash: string; found: FoundAnchor[]; proof?: BroughtProof };

/** 频次: the page is everybody's, and each question costs a look at the records. */
async function slowDown(ctx: Ctx): Promise<void> {
  await limit(ctx, `verify:${blind(sharedKey(`verify:${ctx.address ?? 'unknown'}`))}`, 60, 600);
}

/** 核验指纹 as it was typed. */
export async function verifyHash(ctx: Ctx, typed: string): Promise<Verdict> {
  await slowDown(ctx);
  const hash = typed.toLowerCase().replace(/\s/g, '');
  if (!isHash.test(hash)) throw new Refusal('verify-what', 400);
  return { hash, found: await findAnchors(ctx, [hash]) };
}

/** 核验文件: by its bytes; a picture also as it was drawn anew when it came in, JSON also in its canonical form or as a proof. */
export async function verifyPaper(ctx: Ctx, content: Buffer): Promise<Verdict> {
  await slowDown(ctx);
  const hash = sha256(content);
  const json = parsed(content);
  if (isProof(json)) return { hash, found: await findAnchors(ctx, [hash]), proof: await brought(ctx, json.proof) };
  const others = json !== undefined ? [sha256(canonicalJson(json))] : [await drawnAnew(content)].filter((one) => one !== undefined);
  return { hash, found: await findAnchors(ctx, [hash, ...others]) };
}

function parsed(content: Buffer): unknown {
  if (content[0] !== 0x7b) return undefined; // no object, no JSON of ours
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    return undefined;
  }
}

function isProof(json: unknown): json is { proof: Proof } {
  const proof = (json as { proof?: Partial<Proof> } | undefined)?.proof;
  return typeof proof === 'object' && proof !== null && 'about' in proof && 'path' in proof && 'countyPath' in proof && 'root' in proof && 'county' in proof;
}

async function brought(ctx: Ctx, proof: Proof): Promise<BroughtProof> {
  const day = String(proof.root?.day ?? '');
  const isGood = holds(proof);
  const [root] = /^\d{4}-\d{2}-\d{2}$/.test(day) ? await ctx.db.select({ root: recordRoots.root }).from(recordRoots).where(eq(recordRoots.day, day)) : [];
  return { isGood, isPublished: root !== undefined && root.root === proof.root.root, day };
}

/** Whatever a stranger wrote into it, it is only good or not. */
function holds(proof: Proof): boolean {
  try {
    return isProved(proof);
  } catch {
    return false;
  }
}

async function drawnAnew(content: Buffer): Promise<string | undefined> {
  try {
    return sha256((await inspect(content)).content);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
