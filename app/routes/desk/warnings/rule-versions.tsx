import { Alert, Button, Flex } from 'antd';
import { Form } from 'react-router';
import { alertLevels, type BackTest, isGraded, type RuleCode } from '#app/domain/city/early-warning/model.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { LevelTag } from './level-tag.tsx';
import type { Route } from './+types/rule.ts';

type Version = Route.ComponentProps['loaderData']['versions'][number];

/** 一版规则: its numbers and reason, what the back-test said, and switching it on. */
export function RuleVersion({ version: made, rule, mayEdit, above }: { version: Version; rule: RuleCode; mayEdit: boolean; above: string }) {
  const words = useWords(warningWords);
  const { rule: page } = words;
  const locale = useLocale();
  const isOn = made.versionOn === made.version;
  const { isMilder, bar } = made.switching;
  const who = isOn ? (isMilder ? page.who.offMilder(above) : page.who.off) : isMilder ? page.who.onMilder(above) : page.who.on;
  return (
    <Pane
      title={page.version(made.version)} note={isOn ? <StatusTag tone="good">{page.on}</StatusTag> : undefined}
      actions={mayEdit ? (
        <Flex gap={8} wrap>
          <Form method="post"><input type="hidden" name="deed" value="test" /><input type="hidden" name="version" value={made.version} /><Button htmlType="submit">{made.backTest ? page.testAgain : page.test}</Button></Form>
          {bar ? null : isOn ? <ConfirmButton label={page.switchOff} question={page.switchOffAsk} fields={{ deed: 'switch-off' }} />
            : made.backTest ? <ConfirmButton label={page.switchOn} question={page.switchOnAsk} fields={{ deed: 'switch-on', version: String(made.version) }} danger={false} type="primary" /> : null}
        </Flex>
      ) : undefined}
    >
      <p>{words.levelLine(rule, made.settings)} · {made.reason === 'data/indicators.json' ? page.data : made.reason} · {made.madeByName || words.system} · {shortTime(made.madeAt, locale)}</p>
      {made.backTest ? <Tested result={made.backTest} /> : <Alert type="info" showIcon title={page.needsTest} />}
      <p className="hint">{who}{mayEdit && bar ? ` ${page.who[bar]}` : ''}</p>
    </Pane>
  );
}

function Tested({ result }: { result: BackTest }) {
  const words = useWords(warningWords);
  const { result: said } = words.rule;
  const locale = useLocale();
  const decided = result.real + result.false;
  return (
    <Facts
      items={[
        { name: said.alerts, value: <b>{result.alerts} {words.items}</b> }, { name: said.levels, value: <Flex gap={12} wrap>{alertLevels.map((level) => <span key={level}><LevelTag level={level} /> {result.byLevel[level]}</span>)}</Flex> },
        { name: said.real, value: said.precision(result.real, decided) }, { name: said.undecided, value: result.undecided }, { name: said.early, value: said.earlyDays(result.medianDaysEarly) },
        { name: said.on, value: said.span(shortDay(result.from, locale), shortDay(result.to, locale), result.regions, result.figures.toLocaleString('en')) },
      ]}
    />
  );
}

/** 写新的一版, beginning with the numbers that count now. */
export function NewVersion({ data: { rule, versions, inForce, newest }, problem }: { data: Route.ComponentProps['loaderData']; problem: Problem | undefined }) {
  const words = useWords(warningWords);
  const { rule: page } = words;
  const known = (versions[0] ?? inForce)?.settings;
  const only = alertLevels.find((level) => known?.levels[level] !== undefined) ?? 'none';
  const answers = { yellow: 'answerYellow', orange: 'answerOrange', red: 'answerRed' } as const;
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="save" />
      <input type="hidden" name="version" value={newest} />
      <Pane title={page.write} note={page.writeLead}>
        {isGraded(rule) ? (
          <>
            <p className="hint">{words.rules[rule].hint}</p>
            <div className="cols-3">{alertLevels.map((level) => <TextField key={level} name={level} type="number" step="any" min={0} max={1000} label={`${words.levels[level]}${words.rules[rule].unit ? ` (${words.rules[rule].unit})` : ''}`} problem={problem} known={known?.levels[level] === undefined ? '' : String(known.levels[level])} optional />)}</div>
          </>
        ) : <SelectField name="level" label={page.level} problem={problem} known={only} options={[...alertLevels.map((level) => ({ value: level, label: words.levels[level] })), { value: 'none', label: page.noLevel }]} />}
        {rule === 'W1' && <TextField name="reportDays" type="number" min={0} max={365} label={page.reportDays} problem={problem} known={String(known?.reportDays ?? 30)} />}
        <p className="hint">{page.answer}</p>
        <div className="cols-3">{alertLevels.map((level) => <TextField key={level} name={answers[level]} type="number" min={1} max={60} label={page.answerOf[level]} problem={problem} known={String(known?.answerDays[level] ?? { yellow: 10, orange: 5, red: 2 }[level])} />)}</div>
        <TextField name="reason" label={page.reason} problem={problem} minLength={4} maxLength={300} />
        <Button type="primary" htmlType="submit">{page.save}</Button>
      </Pane>
    </Form>
  );
}
