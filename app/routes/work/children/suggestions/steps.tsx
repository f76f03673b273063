import { isParticipation } from '#app/domain/children/suggestions/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { workWords } from '#app/i18n/work.ts';
import { shortDay } from '#app/platform/dates.ts';
import { Timeline } from '#app/ui/light/timeline.tsx';
import type { Loaded } from './matter.tsx';
import { Files } from './said.tsx';

/** 经过: each step with who took it, what the children were told, and what they think of it. */
export function Steps({ place, matter, steps, ratings, files }: Loaded) {
  const words = useWords(suggestionsWords);
  const { squares } = useWords(workWords);
  const locale = useLocale();
  return (
    <Timeline label={words.matter.steps} words={squares} moments={steps.map((step) => ({
      title: [words.stepKinds[step.kind], step.outcome ? words.outcomes[step.outcome] : ''].filter(Boolean).join(locale === 'en' ? ': ' : '：'),
      when: `${shortDay(step.on, locale)}${step.called ? ` · ${step.called}` : ''}`,
      state: step.kind === 'late' ? 'late' : 'done',
      text: (
        <>
          {step.text ? <span className="told">{step.text}</span> : null}
          {step.kind === 'done' && matter.rung ? <small>{words.tookPart(words.rungs[matter.rung - 1]!, isParticipation(matter.rung))}</small> : null}
          {step.reason ? <small>{words.reasons[step.reason]}</small> : null}
          {step.owner && step.dueOn ? <small>{words.voices.promised(step.owner, shortDay(step.dueOn, locale))}</small> : null}
          <Files base={`/work/${place.code}/children/suggestions/${matter.id}`} files={files.filter(({ stepId }) => stepId === step.id)} />
          {ratings.filter(({ stepId }) => stepId === step.id).map((rating, at) => (
            <small key={at}>{`${words.matter.ratings}${locale === 'en' ? ': ' : '：'}${[rating.understanding ? words.understandings[rating.understanding] : '', rating.better ? words.betters[rating.better] : ''].filter(Boolean).join(' · ')}${rating.more ? ` ${words.matter.more}${rating.more}` : ''}`}</small>
          ))}
        </>
      ),
    }))} />
  );
}
