import { conflictWords } from '#app/i18n/conflicts.ts';
import type { Change } from '#app/platform/change.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { AttestInput } from './input.ts';
import { statementVersion } from './model.ts';
import { attestations } from './tables.server.ts';

/** 声明无回避情形: keeps what the expert confirmed, word for word in Chinese; part of accepting, which the database refuses without it. Whoever is not shown the applicant cannot speak of it, and confirms other words. */
export async function attest(tx: Change, pair: { assignmentId: string; applicationId: string }, { attested }: AttestInput, isNamed: boolean): Promise<void> {
  if (attested === '') throw new Refusal('attestation-missing', 400);
  if (attested !== statementVersion) throw new Refusal('attestation-outdated');
  const words = conflictWords['zh-CN'];
  const statement = (isNamed ? words.statement : words.statementUnnamed).join('\n');
  await tx.db.insert(attestations).values({ ...pair, expertId: tx.actor.id, version: statementVersion, statement, attestedAt: tx.now });
}
