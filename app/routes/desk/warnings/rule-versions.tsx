import { Alert, Button, Flex } from 'antd';
import { Form } from 'react-router';
import { alertLevels, type BackTest, boundsOf, isGraded, type RuleCode, testHoldsDays } from '#app/domain/city/early-warning/model.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { LevelTag } from './level-tag.tsx';
import type { Route } from './+types/rule.ts';

type Version = Route.ComponentProps['loaderData']['versions'][number];

type Asked = { version: Version; rule: RuleCode; mayEdit: boolean; isNation: boolean; problem: Problem | undefined; above: string };

/** 一版规则: its numbers and reason, what the back-tests said, and switching it on or off. */
export function RuleVersion({ version: made, rule, mayEdit, isNation, problem, above }: Asked) {
  const words = useWords(warningWords);
  const { rule: page } = words;
  const locale = useLocale();
  const isOn = made.versionOn === made.version;
  const { isMilder, bar } = made.switching;
  const who = isOn ? (isNation ? page.who.offNation : isMilder ? page.who.offMilder(above) : page.who.off) : isMilder ? page.who.onMilder(above) : page.who.on;
  const earlier = made.tests.slice(1);
  return (
    <Pane
      title={page.version(made.version)} note={isOn ? <StatusTag tone="good">{page.on}</StatusTag> : undefined}
      actions={mayEdit ? (
        <Flex gap={8} wrap>
          <Form method="post"><input type="hidden" name="deed" value="test" /><input type="hidden" name="version" value={made.version} /><Button htmlType="submit">{made.backTest ? page.testAgain : page.test}</Button></Form>
          <Switch made={made} isOn={isOn} problem={problem} />
        </Flex>
      ) : undefined}
    >
      <p>{words.levelLine(rule, made.settings)} · {made.reason === 'data/indicators.json' ? page.data : made.reason} · {made.madeByName || words.system} · {shortTime(made.madeAt, locale)}</p>
      {made.off && <Alert type="warning" showIcon title={page.offAsked(made.off.byName, shortTime(made.off.at, locale), made.off.reason)} style={{ margin: '8px 0 12px' }} />}
      {made.isUntried && made.backTest && <Alert type="warning" showIcon title={page.untried(made.backTest.figures)} description={made.switchedOnReason ? page.switchedOnWhy(made.switchedOnReason) : isOn ? undefined : page.untriedOn} style={{ margin: '8px 0 12px' }} />}
      {made.isStale && <Alert type="warning" showIcon title={page.stale(shortDay(made.backTest!.testedOn, locale), testHoldsDays)} style={{ margin: '8px 0 12px' }} />}
      {made.backTest ? <Tested result={made.backTest} before={earlier[0]?.result} /> : <Alert type="info" showIcon title={page.needsTest} style={{ margin: '8px 0 12px' }} />}
      {earlier.length > 0 && (
        <details>
          <summary>{page.tests(earlier.length)}</summary>
          <ul>{earlier.map(({ id, result, testedByName, testedAt }) => <li key={id}>{page.tested(shortTime(testedAt, locale), testedByName || words.system)}{locale === 'en' ? ': ' : '：'}{words.ruleList.tested(result.alerts, result.real, result.real + result.false)}</li>)}</ul>
        </details>
      )}
      <p className="hint">{who}{mayEdit && bar ? ` ${page.who[bar]}` : ''}</p>
    </Pane>
  );
}

/** 启用、停用: what this person may do with the version; a rule of the nation is first asked to be switched off. */
function Switch({ made, isOn, problem }: { made: Version; isOn: boolean; problem: Problem | undefined }) {
  const { rule: page } = useWords(warningWords);
  const { bar } = made.switching;
  const keepOn = made.off && <ConfirmButton label={page.keepOn} question={page.keepOnAsk} fields={{ deed: 'keep-on' }} danger={false} />;
  if (isOn && bar === 'warning-rule-off-unasked') {
    return <ConfirmButton label={page.askOff} question={page.askOffAsk} fields={{ deed: 'ask-off' }}><LongField name="reason" id={`off-${made.version}`} label={page.askOffWhy} problem={problem} rows={2} minLength={4} maxLength={300} required /></ConfirmButton>;
  }
  if (isOn) return <>{bar === null && <ConfirmButton label={page.switchOff} question={page.switchOffAsk} fields={{ deed: 'switch-off' }} />}{keepOn}</>;
  if (bar || !made.backTest || made.isStale) return null;
  return (
    <ConfirmButton label={page.switchOn} question={page.switchOnAsk} fields={{ deed: 'switch-on', version: String(made.version) }} danger={false} type="primary">
      {made.isUntried && <LongField name="reason" id={`on-${made.version}`} label={page.why} problem={problem} rows={2} minLength={4} maxLength={300} required />}
    </ConfirmButton>
  );
}

function Tested({ result, before }: { result: BackTest; before: BackTest | undefined }) {
  const words = useWords(warningWords);
  const { result: said } = words.rule;
  const locale = useLocale();
  const decided = result.real + result.false;
  return (
    <Facts
      items={[
        { name: said.alerts, value: result.figures === 0 ? '—' : <b>{before ? `${before.alerts} → ` : ''}{result.alerts} {words.items}</b> }, { name: said.levels, value: <Flex gap={12} wrap>{alertLevels.map((level) => <span key={level}><LevelTag level={level} /> {result.byLevel[level]}</span>)}</Flex> },
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
  const bounds = boundsOf[rule];
  const answers = { yellow: 'answerYellow', orange: 'answerOrange', red: 'answerRed' } as const;
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="save" />
      <input type="hidden" name="version" value={newest} />
      <Pane title={page.write} note={page.writeLead}>
        {isGraded(rule) ? (
          <>
            <p className="hint">{words.rules[rule].hint}</p>
            <div className="cols-3">{alertLevels.map((level) => <TextField key={level} name={level} type="number" step={bounds?.step} min={bounds?.least} max={bounds?.most} label={`${words.levels[level]}${words.rules[rule].unit ? ` (${words.rules[rule].unit})` : ''}`} problem={problem} known={known?.levels[level] === undefined ? '' : String(known.levels[level])} optional />)}</div>
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
