import type { NotedMark } from '#app/domain/pilot/review/marks.ts';

type Sent = { revision: number; overall: string; marks: readonly NotedMark[] };
type Failed = { is: 'offline' } | { is: 'signed-out' } | { is: 'refused'; code: string };
export type Answered = { is: 'saved'; revision: number; savedAt: string } | Failed;
export type Read = { is: 'read'; revision: number; overall: string; marks: NotedMark[] } | Failed;

const addressOf = (reviewId: string) => `/desk/reviews/${reviewId}/marks.json`;

/** 送出改动: the answer of the server, or why there is none. */
export async function send(reviewId: string, { revision, overall, marks }: Sent): Promise<Answered> {
  const form = new FormData();
  form.set('revision', String(revision));
  form.set('overall', overall);
  for (const { itemId, level, score, note, page } of marks) {
    form.set(`level-${itemId}`, level ?? '');
    form.set(`score-${itemId}`, score === null ? '' : String(score));
    form.set(`note-${itemId}`, note);
    form.set(`page-${itemId}`, page);
  }
  const answered = await ask(reviewId, { method: 'POST', body: form });
  return 'is' in answered ? answered : { is: 'saved', revision: Number(answered.json.revision), savedAt: String(answered.json.savedAt) };
}

/** 读另一个窗口存的. */
export async function readNow(reviewId: string): Promise<Read> {
  const answered = await ask(reviewId, {});
  if ('is' in answered) return answered;
  const { revision, overall, marks, isOpen } = answered.json as { revision: number; overall: string; marks: NotedMark[]; isOpen: boolean };
  return isOpen ? { is: 'read', revision, overall, marks } : { is: 'refused', code: 'assignment-not-open' };
}

async function ask(reviewId: string, init: RequestInit): Promise<Failed | { json: Record<string, unknown> }> {
  let answer: Response;
  try {
    answer = await fetch(addressOf(reviewId), { ...init, headers: { accept: 'application/json' }, redirect: 'manual' });
  } catch {
    return { is: 'offline' };
  }
  if (answer.type === 'opaqueredirect' || answer.status === 401) return { is: 'signed-out' };
  const json = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  if (answer.ok) return { json };
  if (typeof json.refusal === 'string') return { is: 'refused', code: json.refusal };
  return answer.status >= 500 ? { is: 'offline' } : { is: 'refused', code: 'form-unreadable' };
}
