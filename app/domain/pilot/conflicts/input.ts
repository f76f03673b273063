import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { declaredKinds, recordedKinds } from './model.ts';

/** 声明: the version of the words that were confirmed; empty when the box was left open. */
export const AttestInput = z.object({ attested: z.string().max(20).default('') });
export type AttestInput = z.infer<typeof AttestInput>;

const day = z.union([z.literal('').transform(() => undefined), z.iso.date()]).optional();

/** With whom: a region or a community by its code, or an organisation by its name; one of the two. */
const tied = {
  regionCode: z.union([z.literal(''), z.string().refine(isRegionCode, 'region-code')]).default(''),
  organisationName: z.string().trim().max(120).default(''),
  reason: z.string().trim().min(4).max(500),
  fromOn: day,
  untilOn: day,
};
const oneEnd = ({ regionCode, organisationName }: { regionCode: string; organisationName: string }) => (regionCode === '') !== (organisationName === '');
const inOrder = ({ fromOn, untilOn }: { fromOn?: string | undefined; untilOn?: string | undefined }) => !fromOn || !untilOn || fromOn <= untilOn;

/** 申报回避关系: what an expert says of themselves. */
export const DeclareTieInput = z
  .object({ ...tied, kind: z.enum(declaredKinds) })
  .refine(oneEnd, { path: ['organisationName'], message: 'one-end' })
  .refine(inOrder, { path: ['untilOn'], message: 'days-reversed' });
export type DeclareTieInput = z.infer<typeof DeclareTieInput>;

/** 登记回避关系: what the office knows of an expert. */
export const RecordTieInput = z
  .object({ ...tied, kind: z.enum(recordedKinds) })
  .refine(oneEnd, { path: ['organisationName'], message: 'one-end' })
  .refine(inOrder, { path: ['untilOn'], message: 'days-reversed' });
export type RecordTieInput = z.infer<typeof RecordTieInput>;

/** 解除: why the tie no longer stands. */
export const LiftInput = z.object({ reason: z.string().trim().min(10).max(500) });
export type LiftInput = z.infer<typeof LiftInput>;
