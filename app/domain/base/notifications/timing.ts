import { addDays, beijingDay, beijingTime, startOfBeijingDay } from '#app/platform/dates.ts';
import { type Channel, isAtOnce, mustReach, pausesInMinutes, type Policy, type Preferences, type Topic } from './model.ts';

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const atClock = (day: string, clock: string) => new Date(startOfBeijingDay(day).getTime() + minutesOf(clock) * 60_000);

/** 免打扰之后: the moment itself, or the end of the quiet hours it falls into; both ends equal means no quiet hours. */
export function afterQuiet(moment: Date, { quietFrom, quietTo }: Pick<Preferences, 'quietFrom' | 'quietTo'>): Date {
  if (quietFrom === quietTo) return moment;
  const clock = beijingTime(moment).slice(11, 16);
  const day = beijingDay(moment);
  if (quietFrom < quietTo) return clock >= quietFrom && clock < quietTo ? atClock(day, quietTo) : moment;
  if (clock < quietTo) return atClock(day, quietTo);
  return clock >= quietFrom ? atClock(addDays(day, 1), quietTo) : moment;
}

/** 哪些渠道: what the person chose among the ways that lead to them; what must reach them takes the first way when none is chosen. */
export function waysFor(topic: Topic, preferences: Preferences, reachable: readonly Channel[]): Channel[] {
  const chosen = (preferences.choices[topic] ?? []).filter((channel) => reachable.includes(channel));
  if (chosen.length > 0 || !mustReach[topic]) return chosen;
  return reachable.slice(0, 1);
}

/** 何时: at once, after the quiet hours, or in a summary (e-mail only: the other ways carry one sentence). */
export function whenFor(policy: Policy, channel: Channel, preferences: Preferences, moment: Date): 'held' | Date {
  if (policy.isUrgent) return moment;
  if (channel === 'email' && preferences.digest !== 'none' && !isAtOnce(policy.topic)) return 'held';
  return afterQuiet(moment, preferences);
}

/** 下次再试: growing pauses, out of the quiet hours unless urgent; undefined when it is enough. */
export function nextTry(attempts: number, now: Date, preferences: Preferences, isUrgent: boolean): Date | undefined {
  const minutes = pausesInMinutes[attempts - 1];
  if (minutes === undefined) return undefined;
  const next = new Date(now.getTime() + minutes * 60_000);
  return isUrgent ? next : afterQuiet(next, preferences);
}
