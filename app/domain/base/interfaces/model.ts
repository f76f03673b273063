/** 令牌可办的事: the verbs of the access table that a program may be given; administration, checks and decisions stay with people. */
export const tokenVerbs = [
  'application.read', 'application.start', 'application.fill', 'application.submit', 'application.withdraw', 'application.queue', 'organisation.list', 'suggestion.read',
] as const;
export type TokenVerb = (typeof tokenVerbs)[number];

/** 令牌期限 in days: a year at most, so that every token is looked at again. */
export const tokenDays = { usual: 90, most: 365 };

/** What one person, or one system, may have at a time. */
export const mostTokens = 20;

/** 每分钟次数: what a token may ask in a minute; an administrator may give a system's token more. */
export const perMinute = { usual: 600, most: 120_000 };

/** The last use is written down at most this often. */
export const usedEverySeconds = 60;

/** 幂等期限: how long an answer is kept for whoever asks the same again. */
export const keptHours = 48;

const start = 'ty_';

/** Whether a text can be a token of ours at all: anything else needs no question to the database. */
export function isToken(text: string): boolean {
  return /^ty_[\w-]{43}$/.test(text);
}

/** 令牌的样子: begins so that a leaked one is recognised. */
export function tokenOf(random: string): string {
  return start + random;
}

/** 推送事件: the kinds a subscription may choose from. */
export const eventKinds = [
  'application.submitted', 'application.withdrawn', 'application.returned', 'application.complete', 'application.in-review',
  'application.accepted', 'application.declined', 'call.published', 'call.extended', 'call.closed', 'notice.published', 'notice.final',
  'pilot.opened', 'organisation.verified', 'organisation.rejected',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** 推送状态: will be tried, arrived, or tried as often as is sensible. */
export const deliveryStates = ['waiting', 'done', 'given-up'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** 暂停原因: an administrator said so, or nothing arrived for days. */
export const pauses = ['asked', 'failing'] as const;
export type Pause = (typeof pauses)[number];

/** 重试间隔 in minutes: after each try that failed; together a little over three days. */
const waits = [1, 5, 15, 60, 180, 360, 720, 1440, 1440];

/** When a delivery is tried again; nothing once every try is used up. */
export function nextTry(tries: number, now: Date): Date | undefined {
  const minutes = waits[tries - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000);
}

/** 自动暂停: a subscription to which nothing has got through for this long is paused. */
export const pauseAfterDays = 3;

/** 密钥轮换: the former secret signs too for this long. */
export const formerSecretHours = 24;

/** A region that needs more subscriptions than this needs one receiver that passes them on. */
export const mostWebhooks = 20;
