import { createHmac, hkdfSync } from 'node:crypto';
import { authSecrets } from '#app/domain/base/accounts/session-token.ts';

/** 代号: stands for one expert in one call wherever names are not shown; the same everywhere, and nobody without the secret can work it out. */
export function pseudonym(callId: string, expertId: string): string {
  const key = Buffer.from(hkdfSync('sha256', authSecrets()[0]!, '', 'tongyou reviewers without names', 32));
  return `r-${createHmac('sha256', key).update(JSON.stringify([callId, expertId])).digest('hex').slice(0, 16)}`;
}
