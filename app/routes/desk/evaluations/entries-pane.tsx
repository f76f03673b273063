import { Button } from 'antd';
import { Form } from 'react-router';
import { levels } from '#app/domain/base/rule-results/model.ts';
import { voiceGroups } from '#app/domain/pilot/evaluation/model.ts';
import type { WholeEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { evaluationLines } from '#app/domain/pilot/evaluation/report-lines.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Shown = { evaluation: WholeEvaluation; problem: Problem | undefined };

/** 儿童和家长的意见、指标: what was entered with the evaluation, and while it is drafted, forms to enter more. */
export function EntriesPane({ evaluation, problem }: Shown) {
  const words = useWords(evaluationWords);
  const { desk } = words;
  const { voices, indicators } = evaluationLines(evaluation.content, useLocale());
  const isOpen = evaluation.canDraft && evaluation.state === 'drafting';
  const line = (deed: 'remove-voice' | 'remove-indicator', ids: readonly string[]) => ([name, text]: [string, string], at: number) => (
    <div key={at} className="dfield">
      <b>{name}</b>
      <p style={{ whiteSpace: 'pre-line' }}>{text}</p>
      {isOpen && ids[at] && <ConfirmButton size="small" label={desk.remove} question={desk.removeAsk} fields={{ deed, entryId: ids[at] }} />}
    </div>
  );
  return (
    <>
      <Pane title={words.voicesTitle} note={isOpen ? desk.voiceLead : undefined}>
        {voices.map(line('remove-voice', evaluation.entries.voices))}
        {isOpen && (
          <Form method="post">
            <input type="hidden" name="deed" value="take-voices" />
            <p>{desk.takeVoicesNote}</p>
            <Button htmlType="submit">{desk.takeVoices}</Button>
          </Form>
        )}
        {isOpen && <details><summary style={{ padding: '4px 0' }}>{desk.voice}</summary><VoiceForm problem={problem} /></details>}
      </Pane>
      <Pane title={words.indicatorsTitle}>
        {indicators.map(line('remove-indicator', evaluation.entries.indicators))}
        {isOpen && <details><summary style={{ padding: '4px 0' }}>{desk.indicator}</summary><IndicatorForm problem={problem} /></details>}
      </Pane>
    </>
  );
}

function VoiceForm({ problem }: Pick<Shown, 'problem'>) {
  const words = useWords(evaluationWords);
  const { desk } = words;
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="voice" />
      <SelectField name="voice" label={desk.who} problem={problem} options={voiceGroups.map((one) => ({ value: one, label: words.voices[one] }))} />
      <TextField name="ageBand" label={desk.ageBand} problem={problem} maxLength={20} optional />
      <TextField name="question" label={desk.question} problem={problem} maxLength={200} />
      <TextField name="ruleId" id="voice-rule" label={desk.rule} hint={desk.ruleHint} problem={problem} maxLength={40} optional />
      {(['yes', 'partly', 'no'] as const).map((name) => <TextField key={name} name={name} type="number" min={0} label={desk[name]} problem={problem} />)}
      <TextField name="source" id="voice-source" label={desk.source} problem={problem} maxLength={200} />
      <TextField name="gatheredOn" type="date" label={desk.gatheredOn} problem={problem} />
      <Button htmlType="submit">{desk.add}</Button>
    </Form>
  );
}

function IndicatorForm({ problem }: Pick<Shown, 'problem'>) {
  const words = useWords(evaluationWords);
  const { desk } = words;
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="indicator" />
      <TextField name="name" label={desk.indicatorName} problem={problem} maxLength={120} />
      <TextField name="ruleId" id="indicator-rule" label={desk.rule} problem={problem} maxLength={40} />
      <TextField name="value" label={desk.value} problem={problem} maxLength={40} />
      <TextField name="unit" label={desk.unitOf} problem={problem} maxLength={20} optional />
      <SelectField name="level" id="indicator-level" label={words.level} problem={problem} options={levels.map((level) => ({ value: level, label: words.levels[level] }))} />
      <TextField name="source" id="indicator-source" label={desk.source} problem={problem} maxLength={200} />
      <TextField name="asOf" type="date" label={desk.asOf} problem={problem} />
      <Button htmlType="submit">{desk.add}</Button>
    </Form>
  );
}
