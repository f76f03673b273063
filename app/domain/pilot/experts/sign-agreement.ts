import { createHash } from 'node:crypto';
import { agreementWords } from '#app/i18n/agreement.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdMyself } from './hold-expert.ts';
import type { SignInput } from './input.ts';
import { expertAgreements } from './tables.server.ts';

/** 签署年度协议: for the present year, with one's own name, under the words of today; they are kept as they were. */
export function signAgreement(ctx: Ctx, { version, name }: SignInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { userId, regionCode } = await holdMyself(tx);
    const words = agreementWords['zh-CN'];
    if (version !== words.version) throw new Refusal('agreement-outdated');
    if (name.replace(/\s/g, '') !== tx.actor.name.replace(/\s/g, '')) throw new Refusal('agreement-name-differs', 400);
    const year = Number(beijingDay(tx.now).slice(0, 4));
    const content = words.clauses.join('\n');
    const contentHash = createHash('sha256').update(content).digest('hex');
    const signed = await tx.db
      .insert(expertAgreements)
      .values({ expertId: userId, year, version, content, contentHash, signedName: name, signedAt: tx.now })
      .onConflictDoNothing()
      .returning({ year: expertAgreements.year });
    if (signed.length === 0) throw new Refusal('agreement-signed-already');
    await tx.record('expert.agreement-signed', { id: userId, regionCode }, { year, version, contentHash });
  });
}
