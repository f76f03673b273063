import { z } from 'zod';
import { dataKinds } from '#app/domain/children/impact-assessments/model.ts';
import { isId } from '#app/platform/is-id.ts';
import { searchInput } from '#app/platform/query.ts';
import { articles, endings, partnerKinds, partnerStates, shareBases, standings } from './model.ts';

const text = (most: number, least = 2) => z.string().trim().min(least).max(most);
const list = <S extends z.ZodType>(one: S, most: number) => z.preprocess((given) => (given === undefined || given === '' ? [] : Array.isArray(given) ? given : [given]), z.array(one).max(most));
const blank = <S extends z.ZodType>(one: S) => z.preprocess((given) => (given === '' ? undefined : given), one.optional());
/** Nothing chosen is the nation. */
const place = z.preprocess((given) => (given === '' || given === undefined ? '*' : given), z.union([z.literal('*'), z.string().regex(/^\d{2,12}$/)]));
const fields = list(z.enum(dataKinds), dataKinds.length).pipe(z.array(z.enum(dataKinds)).min(1, 'share-fields'));

/** 编号 of children, one a line or with commas. */
const ids = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(/[\s,，、;；]+/u).filter(Boolean) : (given ?? [])),
  z.array(z.string().refine(isId, 'share-child-ids').transform((id) => id.toLowerCase())).max(500),
).transform((all) => [...new Set(all)]);

/** 合作方: the contract's own fields (个人信息保护法 21, 23). */
export const PartnerInput = z
  .object({
    regionCode: place, name: text(80), creditCode: z.union([z.literal(''), z.string().trim().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)]).default(''), kind: z.enum(partnerKinds),
    contact: text(120), contract: text(80), scope: text(1000, 4), duties: text(2000, 4), fields, validFrom: z.iso.date(), validTo: z.iso.date(),
  })
  .refine((input) => input.validTo >= input.validFrom, { path: ['validTo'], message: 'contract-ends-early' });
export type PartnerInput = z.output<typeof PartnerInput>;

/** 一次提供: whose, what, to whom, why, on which ground, until when. */
export const ShareInput = z
  .object({
    regionCode: z.string().regex(/^\d{6,12}$/, 'share-place'), partnerId: blank(z.uuid()), receiver: z.string().trim().max(80).default(''), fields, purpose: text(500, 4),
    basis: z.enum(shareBases, 'share-basis'), article: blank(z.enum(articles)), articleNote: z.string().trim().max(200).default(''),
    childIds: ids, childCount: blank(z.coerce.number().int().min(1).max(1_000_000)), sharedOn: z.iso.date(), expiresOn: z.iso.date(),
  })
  .refine((input) => input.partnerId || input.receiver.length >= 2, { path: ['receiver'], message: 'share-receiver' })
  .refine((input) => input.childIds.length > 0 || input.childCount !== undefined, { path: ['childCount'], message: 'share-children' });
export type ShareInput = z.output<typeof ShareInput>;

export const SettleInput = z.object({ ending: z.enum(endings), note: text(300, 4) });
export type SettleInput = z.output<typeof SettleInput>;
export const PartnerFilter = z.object({ q: searchInput, state: z.enum(partnerStates).optional(), kind: z.enum(partnerKinds).optional() });
export type PartnerFilter = z.output<typeof PartnerFilter>;
export const ShareFilter = z.object({ q: searchInput, standing: z.enum(standings).optional(), basis: z.enum(shareBases).optional(), region: z.string().regex(/^\d{2,12}$/).optional() });
export type ShareFilter = z.output<typeof ShareFilter>;
