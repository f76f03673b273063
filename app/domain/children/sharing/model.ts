import { daysBetween } from '#app/platform/dates.ts';

/** 关系: somebody who works for us under our orders (个人信息保护法 21), or another handler who decides for themselves (23). */
export const partnerKinds = ['entrusted', 'provided'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** 合作方状态: entered, enabled under an approved assessment, ended. */
export const partnerStates = ['prepared', 'enabled', 'ended'] as const;
export type PartnerState = (typeof partnerStates)[number];

/** 提供依据: the separate consent of everybody concerned, an order of the law, or a contract for work done under our orders. */
export const shareBases = ['consent', 'law', 'contract'] as const;
export type ShareBasis = (typeof shareBases)[number];

/** 法律条款 that let something be handed over without a consent. */
export const articles = ['pipl-13-3', 'pipl-13-4', 'unpl-11', 'unpl-100', 'net-29', 'net-38', 'advl-14', 'court'] as const;
export type Article = (typeof articles)[number];

/** 了结: what became of what was handed over. */
export const endings = ['returned', 'deleted', 'kept-by-law'] as const;
export type Ending = (typeof endings)[number];

/** 来自: what gave rise to it, when it was not written by hand. */
export const shareSources = ['desk', 'protection', 'moderation'] as const;
export type ShareSource = (typeof shareSources)[number];

/** 保存年限 of what was shared with whom (网络数据安全管理条例 12). */
export const keepYears = 3;

/** 到期: a share may last so many days; of a partner never longer than the contract. */
export const mostDays = 1096;

export const standings = ['open', 'to-confirm', 'settled'] as const;
export type Standing = (typeof standings)[number];

/** 状态 of a share on a day: it goes on, it is over and somebody still has to confirm what became of it, or that is done. */
export function standingOf(share: { expiresOn: string; endedEarly: string | null; settledAt: Date | string | null }, today: string): Standing {
  if (share.settledAt) return 'settled';
  return share.endedEarly || daysBetween(today, share.expiresOn) < 0 ? 'to-confirm' : 'open';
}
