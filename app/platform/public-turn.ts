/** What everybody may see on the public pages changes with these events. */
const seenByAll = /^(call|notice|objection|pilot|community|standard|question-set|region-change|regions|calendar)\./;

let turn = 0;

/** 公众信息的版次: goes up whenever this process has changed what everybody may see; what was kept from before is old. */
export const publicTurn = () => turn;

/** Counts what a change has recorded, once it is committed. */
export function countTurn(events: readonly string[]): void {
  if (events.some((event) => seenByAll.test(event))) turn += 1;
}
