import { askAccess } from '#app/domain/children/identity/access-grants.ts';
import { issueCode } from '#app/domain/children/identity/issue-code.ts';
import { issueSlip } from '#app/domain/children/identity/issue-slip.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { askRight } from '#app/domain/children/identity/rights.ts';
import type { Db } from '#app/db/db.server.ts';
import { as, binhu, ctxOf, person } from '#tests/world.ts';

/** 那边的一家人: a child, a slip, a class code, one who asks to look and one request in writing, all with the secret word. */
export async function aFamily(db: Db, secret: string) {
  const worker = as(db, 'community-worker', binhu);
  const guardian = ctxOf(db, person('guardian', binhu, 'guardian-there'));
  const yes = { registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true };
  const child = await registerChild(guardian, { name: secret, nickname: secret.slice(0, 4), birthday: '2017-03-01', relation: 'mother', ...yes });
  return {
    child,
    slip: (await issueSlip(worker, binhu, secret)).id,
    classCode: (await issueCode(worker, binhu, { layer: 'primary', label: secret, validFrom: '2026-09-01', validTo: '2026-09-30', mostUses: undefined })).id,
    accessGrant: await askAccess(worker, binhu, { childId: child, reason: `${secret}，要核对姓名`, hours: 2 }),
    right: await askRight(guardian, child, { kind: 'explain', words: secret }),
  };
}
