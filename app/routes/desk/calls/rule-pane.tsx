import { type RankRule, type Spread, spreads, tieSteps } from '#app/domain/pilot/panels/model.ts';
import { ruleLines } from '#app/domain/pilot/panels/rule-lines.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { beijingTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Shown = { rule: RankRule; ruleSetBy: string; ruleSetAt: Date | null; isRuleSettled: boolean; sections: readonly { id: string; zh: string; en: string }[]; problem: Problem | undefined };

/** Orders one may choose; lots always come last. */
const orders = [
  ['must-rules', 'regional-spread'], ['must-rules', 'section', 'regional-spread'], ['section', 'must-rules', 'regional-spread'], ['section', 'regional-spread'], ['must-rules'], ['section'], ['regional-spread'], [],
] as const satisfies readonly (readonly (typeof tieSteps)[number][])[];

/** 排名规则: what it says, and how to set it while no review is in. */
export function RulePane({ rule, ruleSetBy, ruleSetAt, isRuleSettled, sections, problem }: Shown) {
  const { ranking: words } = useWords(panelWords);
  const locale = useLocale();
  const en = locale === 'en';
  const named = (steps: readonly (typeof tieSteps)[number][]) => steps.map((step) => words.steps[step]).join(en ? '; ' : '；');
  return (
    <Pane title={words.rule} note={ruleSetAt ? words.ruleBy(ruleSetBy, beijingTime(ruleSetAt)) : words.ruleUsual}>
      <ul>
        {ruleLines(rule, locale).map((line) => <li key={line} style={{ overflowWrap: 'anywhere' }}>{line}</li>)}
      </ul>
      <p className="note">{isRuleSettled ? words.ruleSettled : words.ruleOpen}</p>
      {!isRuleSettled && (
        <ConfirmButton label={ruleSetAt ? words.changeRule : words.setRule} question={words.setAsk} fields={{ deed: 'rule' }} danger={false}>
          <SelectField name="steps" label={words.fields.steps} known={rule.steps.filter((step) => step !== 'lots').join(' ') || 'lots'} problem={problem} options={orders.map((order) => ({ value: order.join(' ') || 'lots', label: named([...order, 'lots']) }))} />
          <SelectField name="sectionId" label={words.fields.sectionId} known={rule.sectionId} problem={problem} options={sections.map((section) => ({ value: section.id, label: en ? section.en : section.zh }))} optional />
          <SelectField name="spread" label={words.fields.spread} known={rule.spread} problem={problem} options={(Object.keys(spreads) as Spread[]).map((value) => ({ value, label: words.spreads[value] }))} />
          <TextField name="mostPerRegion" type="number" min={1} label={words.fields.mostPerRegion} hint={words.mostHint} known={rule.mostPerRegion === null ? '' : String(rule.mostPerRegion)} problem={problem} optional />
          <TextField name="decimals" type="number" min={0} max={2} label={words.fields.decimals} known={String(rule.decimals)} problem={problem} />
          <TextField name="seed" label={words.fields.seed} hint={words.seedHint} known={ruleSetAt ? rule.seed : ''} maxLength={200} problem={problem} optional />
          <p className="choices"><label><input type="checkbox" name="mustRulesStop" value="yes" defaultChecked={rule.mustRulesStop} /> {words.fields.mustRulesStop}</label></p>
        </ConfirmButton>
      )}
    </Pane>
  );
}
