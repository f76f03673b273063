import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { NotedMark } from '#app/domain/pilot/review/marks.ts';
import { blankMark, type Clash, isSameMark, mergeMarks } from '#app/domain/pilot/review/merge-marks.ts';
import { type Answered, readNow, send } from './send-marks.ts';

export type Saving =
  | { is: 'idle' } | { is: 'unsaved' } | { is: 'saving' } | { is: 'saved'; at: string } | { is: 'offline' } | { is: 'signed-out' } | { is: 'refused'; code: string };
type Start = { revision: number; overall: string; marks: readonly NotedMark[] };
type Kept = { revision: number; marks: Map<string, NotedMark>; overall: string };

const soon = 700;
const later = 8000;

/**
 * 自动保存的评分: what changes is sent a moment later, one save after the other. What could not be saved stays on the page and is tried again;
 * a window that has fallen behind takes over what others saved, keeps its own, and asks where both differ.
 */
export function useMarks(reviewId: string, start: Start, isOpen: boolean) {
  const [now, setNow] = useState<Kept>(() => ({ revision: start.revision, overall: start.overall, marks: byItem(start.marks) }));
  const [saving, setSaving] = useState<Saving>({ is: 'idle' });
  const [clashes, setClashes] = useState<Clash[]>([]);
  const [isMerged, setMerged] = useState(false);
  const mine = useRef(now);
  const kept = useRef(now);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isGoing = useRef(false);
  const asking = useRef(0); // how many clashes wait for an answer, also for a timer that was set before there were any

  const show = (next: Kept) => {
    mine.current = next;
    setNow(next);
  };
  const changed = () => [...mine.current.marks.values()].filter((mark) => !isSameMark(mark, kept.current.marks.get(mark.itemId)));
  const isDirty = () => changed().length > 0 || mine.current.overall !== kept.current.overall;
  const soonAgain = (wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), wait);
  };

  async function save() {
    if (!isOpen || isGoing.current || asking.current > 0 || !isDirty()) return;
    isGoing.current = true;
    setSaving({ is: 'saving' });
    const [sent, overall] = [changed(), mine.current.overall];
    const answered = await send(reviewId, { revision: kept.current.revision, overall, marks: sent });
    isGoing.current = false;
    await take(answered, sent, overall);
  }

  async function take(answered: Answered, sent: readonly NotedMark[], overall: string) {
    if (answered.is === 'saved') {
      kept.current = { revision: answered.revision, overall, marks: new Map([...kept.current.marks, ...sent.map((mark) => [mark.itemId, mark] as const)]) };
      setSaving(isDirty() ? { is: 'unsaved' } : { is: 'saved', at: answered.savedAt });
      if (isDirty()) soonAgain(soon);
    } else if (answered.is === 'refused' && answered.code === 'changed-meanwhile') {
      await catchUp();
    } else {
      setSaving(answered);
      if (answered.is !== 'refused' || answered.code === 'maintenance') soonAgain(later);
    }
  }

  async function catchUp() {
    const there = await readNow(reviewId);
    if (there.is !== 'read') {
      setSaving(there.is === 'refused' ? there : { is: 'offline' });
      if (there.is !== 'refused') soonAgain(later);
      return;
    }
    const theirs = byItem(there.marks);
    const merged = mergeMarks(kept.current.marks, mine.current.marks, theirs);
    const overall = mine.current.overall === kept.current.overall ? there.overall : mine.current.overall;
    kept.current = { revision: there.revision, overall: there.overall, marks: theirs };
    show({ revision: there.revision, overall, marks: merged.marks });
    asking.current = merged.clashes.length;
    setClashes(merged.clashes);
    setMerged(true);
    setSaving({ is: 'unsaved' });
    if (merged.clashes.length === 0) soonAgain(0);
  }

  const saveNow = useEffectEvent(() => void save());
  const dirtyNow = useEffectEvent(() => isDirty());
  useEffect(() => {
    const online = () => saveNow();
    const leave = (event: BeforeUnloadEvent) => {
      if (dirtyNow()) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leave);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leave);
    };
  }, []);
  useEffect(() => {
    if (clashes.length === 0) saveNow();
  }, [clashes.length]);

  const change = (next: Kept) => {
    show(next);
    setSaving({ is: 'unsaved' });
    soonAgain(soon);
  };
  return {
    marks: now.marks, overall: now.overall, revision: () => kept.current.revision, saving, clashes, isMerged, isSaved: !isDirty() && saving.is !== 'saving',
    set: (itemId: string, part: Partial<NotedMark>) => change({ ...mine.current, marks: new Map(mine.current.marks).set(itemId, { ...(mine.current.marks.get(itemId) ?? blankMark(itemId)), ...part }) }),
    setOverall: (overall: string) => change({ ...mine.current, overall }),
    save: () => void save(),
    settle: ({ itemId, theirs }: Clash, isMine: boolean) => {
      if (!isMine) show({ ...mine.current, marks: new Map(mine.current.marks).set(itemId, theirs) });
      const left = clashes.filter((clash) => clash.itemId !== itemId);
      asking.current = left.length;
      setClashes(left);
    },
  };
}

function byItem(marks: readonly NotedMark[]): Map<string, NotedMark> {
  return new Map(marks.map((mark) => [mark.itemId, mark]));
}
