import type { Effect, ObjectionOutcome } from '#app/domain/pilot/objections/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { Facts } from '#app/ui/light/section.tsx';

type Decided = { state: string; outcome: ObjectionOutcome | null; findings: string; rule: string; answer: string; effect: Effect };

/** 答复: what was found, the rule, the reasons and what became of the list. */
export function Decision({ decision }: { decision: Decided }) {
  const words = useWords(objectionsWords);
  if (decision.state !== 'answered' || !decision.outcome) return null;
  return (
    <section className="sec tight">
      <h2>{words.answer}</h2>
      <p>
        <strong>{words.outcomes[decision.outcome]}</strong>
      </p>
      <p className="kept">{decision.answer}</p>
      <Facts
        facts={[
          ...(decision.findings ? [{ term: words.findings, text: <span className="kept">{decision.findings}</span> }] : []),
          ...(decision.rule ? [{ term: words.rule, text: decision.rule }] : []),
          { term: words.effect, text: words.effects[decision.effect] },
        ]}
      />
    </section>
  );
}
