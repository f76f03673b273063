import { countyCode } from '#app/platform/county-code.ts';
import type { Status } from '#app/domain/pilot/applications/model.ts';
import { contentHash } from '#app/domain/pilot/applications/submit.ts';
import type { SubmittedContent } from '#app/domain/pilot/applications/tables.server.ts';
import { invented, inventedSelfCheck, type Unit } from './load-answers.ts';
import type { Cell } from './load-copy.ts';

const day = 86_400_000;

/** What all rows of one load have in common. */
export type Load = {
  callId: string; questionSetId: string; ruleIds: readonly string[]; units: readonly Unit[]; now: Date; numbersFrom: string; fileHash: string; fileSize: number;
};

/** The same ids at every load; they sort by time, as the database's own do. */
export function idOf(kind: number, at: number, i: number): string {
  const time = at.toString(16).padStart(12, '0');
  const tail = `${kind.toString(16)}${i.toString(16).padStart(11, '0')}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${(i % 4096).toString(16).padStart(3, '0')}-8000-${tail}`;
}

/** Out of a hundred: how far the office has come. */
function statusOf(i: number): Status {
  const place = (i * 61) % 100;
  if (place < 55) return 'submitted';
  if (place < 61) return 'returned';
  if (place < 76) return 'complete';
  if (place < 84) return 'in-review';
  return place < 92 ? 'accepted' : 'declined';
}

const files = 0xf;
const startedAt = (load: Load, i: number) => load.now.getTime() - 60 * day + Math.floor((50 * day * i) / load.units.length);
const officerOf = (unit: Unit) => `load-officer-${unit.code.slice(0, 4)}`;

/** 一份申报 as it lies in the tables. */
export function applicationOf(load: Load, i: number) {
  const unit = load.units[i]!;
  const at = startedAt(load, i);
  const status = statusOf(i);
  return {
    id: idOf(1, at, i), fileId: idOf(files, at, i), number: `${load.numbersFrom}-${String(i + 1).padStart(6, '0')}`, unit, status,
    county: countyCode(unit.code), officer: officerOf(unit), created: new Date(at), submitted: new Date(at + day),
    decided: status === 'accepted' || status === 'declined' ? new Date(at + 9 * day) : null,
    answers: invented(unit, i), selfCheck: inventedSelfCheck(load.ruleIds, i),
  };
}
type Made = ReturnType<typeof applicationOf>;

function* each(load: Load): Generator<[Made, number]> {
  for (let i = 0; i < load.units.length; i += 1) yield [applicationOf(load, i), i];
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

export function* applicationRows(load: Load): Generator<Cell[]> {
  for (const [one] of each(load)) {
    const back = one.status === 'returned';
    yield [
      one.id, one.number, load.callId, one.unit.code, one.unit.parent, one.status, one.officer, one.created, one.decided ?? one.submitted, one.submitted,
      one.status === 'submitted' ? dayOf(new Date(one.submitted.getTime() + 14 * day)) : null, back ? one.submitted : null, back ? dayOf(load.now) : null, 1, one.decided,
    ];
  }
}

export function* answerRows(load: Load): Generator<Cell[]> {
  for (const [one] of each(load)) for (const [question, value] of Object.entries(one.answers)) yield [one.id, question, JSON.stringify(value), one.officer, '负载', one.created];
}

export function* selfCheckRows(load: Load): Generator<Cell[]> {
  for (const [{ id, county, unit, selfCheck }] of each(load)) for (const { ruleId, level, note } of selfCheck) yield [county, id, ruleId, unit.code, level, note];
}

export function* fileRows(load: Load): Generator<Cell[]> {
  for (const [one] of each(load)) yield [one.fileId, one.officer, '街道意见.pdf', 'application/pdf', load.fileSize, load.fileHash, 1, one.created];
}

export function* paperRows(load: Load): Generator<Cell[]> {
  for (const [one] of each(load)) yield [one.id, 'sealed-opinion', one.fileId, one.officer, one.created];
}

export function* submissionRows(load: Load): Generator<Cell[]> {
  for (const [one, i] of each(load)) {
    const papers = [{ paper: 'sealed-opinion', fileId: one.fileId, name: '街道意见.pdf', sha256: load.fileHash }];
    const content: SubmittedContent = { answers: one.answers, papers, selfCheck: one.selfCheck };
    const hash = contentHash({ number: one.number, round: 1, questionSetId: load.questionSetId, content });
    const code = i.toString(32).toUpperCase().replaceAll('I', 'Y').replaceAll('L', 'Z').replaceAll('O', 'X').replaceAll('U', 'W').padStart(8, '0');
    yield [idOf(2, one.submitted.getTime(), i), one.id, 1, content, hash, `LOAD-${code.slice(0, 4)}-${code.slice(4)}`, one.officer, '负载', one.submitted];
  }
}

export function* recordRows(load: Load): Generator<Cell[]> {
  for (const [one, i] of each(load)) {
    const who: Cell[] = [one.officer, '负载'];
    yield [one.county, one.unit.code, idOf(3, one.created.getTime(), i), one.created, ...who, 'application.started', one.id, 'load', { number: one.number }];
    yield [one.county, one.unit.code, idOf(4, one.submitted.getTime(), i), one.submitted, ...who, 'application.submitted', one.id, 'load', { from: 'draft', number: one.number, round: 1 }];
  }
}

export function* decisionRows(load: Load): Generator<Cell[]> {
  for (const [one] of each(load)) {
    if (one.decided) yield [one.id, one.status === 'accepted' ? 'accepted' : 'declined', '负载数据', 80, 3, 'load-office', '负载', one.decided];
  }
}

export function* checkRows(load: Load): Generator<Cell[]> {
  for (const [one] of each(load)) if (one.status === 'returned') yield [one.id, 1, 'q:goals', 'return', '请写明目标的完成时间。', 'load-office', one.submitted];
}

/** 公示: accepted applications in lists of fifty, in the order in which they came. */
export function noticesOf(load: Load) {
  const accepted = load.units.flatMap((_, i) => (statusOf(i) === 'accepted' ? [i] : []));
  return Array.from({ length: Math.ceil(accepted.length / 50) }, (_, n) => ({
    id: idOf(5, load.now.getTime() - 20 * day + n * 1000, n), n, entries: accepted.slice(n * 50, n * 50 + 50).map((i) => ({ i, ...applicationOf(load, i) })),
  }));
}
