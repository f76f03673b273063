import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RegisterInput } from './input.ts';
import { sealed, within } from './inside-identity.ts';
import { ageOn, bandOf, type Basis, decided, type Relation } from './model.ts';
import { currentNotice } from './notice.ts';
import { children, guardianships } from './tables.server.ts';
import { writeConsent } from './write-consent.ts';

type Fields = { name: string; nickname: string; birthday: string };
type Answers = Pick<RegisterInput, 'registrationGuardian' | 'registrationChild' | 'participationGuardian' | 'participationChild'>;

/** 登记孩子: by their guardian, and only together with a consent to it; without one nothing at all is kept (CN-01). */
export async function registerChild(ctx: Ctx, input: RegisterInput): Promise<string> {
  allowAnywhere(ctx, 'family.own');
  const regionCode = regionsFor(ctx.actor, 'family.own')[0]!;
  return change(ctx, (tx) => enterWithConsent(tx, regionCode, input, { saidBy: 'guardian', guardian: { userId: tx.actor.id, relation: input.relation } }));
}

/** The child, whose child it is, and both answers; refused whole when the answer to being registered is not a yes of everybody who is asked. */
export async function enterWithConsent(
  tx: Change,
  regionCode: string,
  input: Fields & Answers,
  { saidBy, guardian, paperFileId = null }: { saidBy: 'guardian' | 'paper'; guardian?: { userId: string; relation: Relation }; paperFileId?: string | null },
): Promise<string> {
  const band = bandOf(ageAtRegistration(tx, input.birthday));
  if (decided(band, input.registrationGuardian, input.registrationChild) !== 'given') {
    throw new Refusal(band !== 'guardian' && input.registrationChild === false ? 'child-said-no' : 'consent-needed');
  }
  const notice = await currentNotice(tx);
  const childId = await enterChild(tx, regionCode, input, 'consent', '');
  if (guardian) await within(tx.db, (db) => db.insert(guardianships).values({ childId, ...guardian, since: tx.now }));
  const line = { childId, regionCode, band, saidBy, paperFileId };
  await writeConsent(tx, { ...line, purpose: 'registration', guardianSays: input.registrationGuardian, childSays: input.registrationChild }, notice);
  if (input.participationGuardian !== null || input.participationChild !== null) {
    await writeConsent(tx, { ...line, purpose: 'participation', guardianSays: input.participationGuardian, childSays: input.participationChild }, notice);
  }
  return childId;
}

/** Writes the sealed fields. */
export async function enterChild(tx: Change, regionCode: string, { name, nickname, birthday }: Fields, basis: Basis, basisNote: string): Promise<string> {
  const [row] = await within(tx.db, (db) =>
    db.insert(children).values({
      regionCode, basis, basisNote, sealedName: sealed(name), sealedNickname: sealed(nickname), sealedBirthday: sealed(birthday), registeredBy: tx.actor.id, registeredAt: tx.now,
    }).returning({ id: children.id }));
  return row!.id;
}

/** Children are under eighteen, and born. */
export function ageAtRegistration(ctx: Ctx, birthday: string): number {
  const age = ageOn(birthday, beijingDay(ctx.now));
  if (age < 0 || age >= 18) throw new Refusal('not-a-child', 422);
  return age;
}
