import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { isCreditCode, needsCreditCode, organisationKinds } from './model.ts';

const line = (most: number) => z.string().trim().max(most);
const phone = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/;

/** 机构登记: who it is, where it is, whom to ask. */
export const OrganisationInput = z
  .object({
    kind: z.enum(organisationKinds),
    name: line(80).min(2),
    creditCode: z.string().trim().toUpperCase().refine((code) => code === '' || isCreditCode(code), 'credit-code').default(''),
    regionCode: z.string().refine(isRegionCode, 'region-code'),
    address: line(200).default(''),
    contactName: line(40).min(1),
    contactPhone: z.string().trim().regex(phone, 'phone-number'),
  })
  .refine((given) => given.creditCode !== '' || !needsCreditCode(given.kind), { path: ['creditCode'], message: 'credit-code' });
export type OrganisationInput = z.infer<typeof OrganisationInput>;

const revision = z.coerce.number().int().min(0);

/** 核实结论: about the facts of one revision, the one on the officer's page; an organisation that is not accepted is told why. */
export const VerdictInput = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('verified'), revision, note: line(500).default('') }),
  z.object({ verdict: z.literal('rejected'), revision, note: line(500).min(4) }),
]);
export type VerdictInput = z.infer<typeof VerdictInput>;

/** 经办人: found by the name, e-mail or phone they sign in with. */
export const AgentInput = z.object({ login: line(120).min(2) });
export type AgentInput = z.infer<typeof AgentInput>;

/** 机构页的操作: one form field says which deed it is. */
export const OrganisationDeed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('verify'), revision, note: line(500).default('') }),
  z.object({ deed: z.literal('reject'), revision, note: line(500).min(4) }),
  z.object({ deed: z.literal('add-agent'), ...AgentInput.shape }),
  z.object({ deed: z.literal('end-agent'), userId: z.string().min(1).max(100) }),
]);
