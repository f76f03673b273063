import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { DutyInput } from './input.ts';
import { ageAtRegistration, enterChild } from './register-child.ts';

/** 依法定职责登记: an officer, without a guardian's consent, with the basis that the law gives and the words why (个人信息保护法 13(3)、13(4)). */
export async function registerByDuty(ctx: Ctx, regionCode: string, input: DutyInput): Promise<string> {
  allow(ctx, 'identity.duty', { regionCode });
  return change(ctx, async (tx) => {
    ageAtRegistration(tx, input.birthday);
    const id = await enterChild(tx, regionCode, input, input.basis, input.basisNote);
    await tx.record('child.registered-by-duty', { id, regionCode }, { basis: input.basis });
    return id;
  });
}
