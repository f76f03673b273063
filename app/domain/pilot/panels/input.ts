import { z } from 'zod';
import { outcomes } from '#app/domain/pilot/review/model.ts';
import { countings, memberRoles, proposals, reconsiderationGrounds, secondRoundGrounds, spreads, tieSteps, votes } from './model.ts';

const ticked = z.preprocess((value) => value === 'yes' || value === true, z.boolean());
const words = (least: number, most: number) => z.string().trim().min(least).max(most);

/** 开启二轮: why, how its marks count, how many reviews are wanted, and who reads this time. */
export const SecondRoundInput = z.object({
  ground: z.enum(secondRoundGrounds),
  reason: words(4, 1000),
  counting: z.enum(countings),
  wanted: z.coerce.number().int().min(1).max(15),
  dueOn: z.union([z.literal(''), z.iso.date()]).default(''),
  expertIds: z.array(z.string().min(1).max(120), 'second-round-experts').min(1, 'second-round-experts').max(15),
});
export type SecondRoundInput = z.infer<typeof SecondRoundInput>;

/** 提前结束二轮: why. */
export const CloseRoundInput = z.object({ closeReason: words(4, 1000) });
export type CloseRoundInput = z.infer<typeof CloseRoundInput>;

/** 评审会: when, where, and how many must be there. */
export const MeetingInput = z.object({
  title: words(4, 120),
  heldOn: z.iso.date(),
  heldAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-of-day'),
  place: words(2, 200),
  isRemote: ticked,
  quorum: z.coerce.number().int().min(1).max(30),
});
export type MeetingInput = z.infer<typeof MeetingInput>;

/** 与会人员: an account by its login name, or one chosen from the list. */
export const MemberInput = z.object({ account: words(1, 120), role: z.enum(memberRoles) });
export type MemberInput = z.infer<typeof MemberInput>;

/** 议题提案. */
export const ProposalInput = z.object({ proposal: z.enum(proposals), clearsNegative: ticked, discussion: z.string().trim().max(4000).default('') });
export type ProposalInput = z.infer<typeof ProposalInput>;

/** 表决: whose vote. */
export const VoteInput = z.object({ userId: z.string().min(1).max(120), vote: z.enum(votes) });
export type VoteInput = z.infer<typeof VoteInput>;

/** 会上回避: who, and why. */
export const RecuseInput = z.object({ userId: z.string().min(1).max(120), reason: words(4, 500) });
export type RecuseInput = z.infer<typeof RecuseInput>;

/** 复议: why a decision is looked at again. */
export const ReconsiderInput = z.object({ ground: z.enum(reconsiderationGrounds), reason: words(10, 4000) });
export type ReconsiderInput = z.infer<typeof ReconsiderInput>;

/** 复议结论: it stands, or becomes the other; with reasons. */
export const ConcludeInput = z.object({ outcome: z.enum(outcomes), reason: words(10, 4000) });
export type ConcludeInput = z.infer<typeof ConcludeInput>;

/** 说明草稿: `advice-<section>` for each section, and the revision they were read at. */
export const AdviceInput = z
  .object({ revision: z.coerce.number().int().min(0), strengths: z.string().trim().max(4000).default('') })
  .catchall(z.string().max(4000))
  .transform(({ revision, strengths, ...rest }) => ({
    revision, strengths,
    bySection: Object.fromEntries(Object.entries(rest).filter(([name]) => name.startsWith('advice-')).slice(0, 40).map(([name, text]) => [name.slice(7), String(text).trim()])),
  }));
export type AdviceInput = z.infer<typeof AdviceInput>;

/** 排名规则: the order in which ties are parted; lots always come last. */
export const RuleInput = z.object({
  steps: z.string().default('').transform((order) => order.split(' ').filter(Boolean)).pipe(z.array(z.enum(tieSteps)).max(4)),
  sectionId: z.string().max(60).default(''),
  spread: z.enum(Object.keys(spreads) as [keyof typeof spreads]),
  mostPerRegion: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(100_000)]),
  mustRulesStop: ticked,
  decimals: z.coerce.number().int().min(0).max(2),
  seed: z.string().trim().max(200).default(''),
});
export type RuleInput = z.infer<typeof RuleInput>;

/** 批量决定: the applications, the outcome of each as it was previewed, and the reason for those accepted and those declined. */
export const TogetherInput = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  accept: z.array(z.uuid()).max(500).default([]),
  decline: z.array(z.uuid()).max(500).default([]),
  acceptReason: z.string().trim().max(4000).default(''),
  declineReason: z.string().trim().max(4000).default(''),
});
export type TogetherInput = z.infer<typeof TogetherInput>;
