import { Refusal } from './refusal.ts';

/** What the database itself refuses, by the state its triggers raise. */
const refusals: Record<string, string> = { CF001: 'expert-in-conflict', CF002: 'attestation-missing', CF003: 'tie-lifted-already', CF004: 'assignment-not-open', CF005: 'expert-load-full', CF006: 'second-round-not-open', PM001: 'judgement-stands', OB001: 'recused', OB002: 'appeal-not-now', OB003: 'objections-open', '55P03': 'being-saved' };

/** 数据库的拒绝: a refusal of one of its triggers, as one the person can read; anything else is no refusal. */
export function saidByDatabase(error: unknown): Refusal | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const code = 'code' in one && typeof one.code === 'string' ? refusals[one.code] : undefined;
    if (code) return new Refusal(code);
  }
  return undefined;
}
