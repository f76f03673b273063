import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { eventKinds, perMinute, tokenDays, tokenVerbs } from './model.ts';

const line = (least: number, most: number) => z.string().trim().min(least).max(most);
/** A cascade in which nothing is chosen means the nation. */
const place = z.preprocess((code) => (code === '' ? '*' : code), z.string().refine((code) => code === '*' || isRegionCode(code), 'region-code'));
const noneWhenEmpty = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** 新令牌: what it is for, what it may do, where, and until when. */
export const TokenInput = z.object({
  name: line(2, 60),
  verbs: z.array(z.enum(tokenVerbs), 'verbs-needed').min(1, 'verbs-needed'),
  regionCode: place,
  organisationId: noneWhenEmpty(z.uuid()),
  days: z.coerce.number().int().min(1).max(tokenDays.most).default(tokenDays.usual),
});
export type TokenInput = z.output<typeof TokenInput>;

/** 系统令牌: an administrator also says how often it may ask. */
export const SystemTokenInput = TokenInput.extend({ perMinute: z.coerce.number().int().min(1).max(perMinute.most).default(perMinute.usual) });
export type SystemTokenInput = z.output<typeof SystemTokenInput>;

/** 登记系统: a machine gets an account; its roles are granted as those of people are. */
export const SystemInput = z.object({ name: line(2, 60), purpose: line(5, 500), contact: line(5, 120), regionCode: place });
export type SystemInput = z.output<typeof SystemInput>;

const address = z.url({ protocol: /^https?$/, error: 'web-address' }).max(500);

/** 新订阅: where to, what of, and from where. */
export const WebhookInput = z.object({
  name: line(2, 60),
  url: address,
  events: z.array(z.enum(eventKinds), 'events-needed').min(1, 'events-needed'),
  regionCode: place,
});
export type WebhookInput = z.output<typeof WebhookInput>;

const id = z.uuid();
/** 自己的令牌和日历: one form field says which deed it is. */
export const OwnDeed = z.discriminatedUnion('deed', [
  TokenInput.extend({ deed: z.literal('make') }),
  z.object({ deed: z.literal('revoke'), id }),
  z.object({ deed: z.literal('calendar') }),
  z.object({ deed: z.literal('calendar-off') }),
]);

export const RevokeDeed = z.object({ id });

export const SystemDeed = z.discriminatedUnion('deed', [
  SystemTokenInput.extend({ deed: z.literal('make') }),
  z.object({ deed: z.literal('revoke'), id }),
]);

export const WebhookDeed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('rotate') }),
  z.object({ deed: z.literal('pause') }),
  z.object({ deed: z.literal('resume') }),
  z.object({ deed: z.literal('end') }),
  z.object({ deed: z.literal('replay'), id }),
]);

export const TokenFilter = z.object({
  state: z.enum(['alive', 'over']).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});
export type TokenFilter = z.output<typeof TokenFilter>;
