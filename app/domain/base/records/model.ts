/** 办理记录的一行: who did what, when; the facts stay as they were written. */
export type RecordLine = {
  id: string;
  at: Date;
  actorId: string;
  actorName: string;
  event: string;
  subjectId: string;
  requestId: string;
  facts: Record<string, unknown>;
};

/** The facts that a person reads beside the sentence: a name, a reason, a note. */
const told = ['name', 'agent', 'reason', 'note'] as const;

/** 补充说明: what the facts say in words of people; the rest is for machines. */
export function tellingFacts(facts: Record<string, unknown>): string[] {
  return told.flatMap((name) => {
    const fact = facts[name];
    return typeof fact === 'string' && fact.trim() !== '' ? [fact] : [];
  });
}
