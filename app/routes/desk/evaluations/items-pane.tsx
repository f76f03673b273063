import { Button } from 'antd';
import { Form, Link } from 'react-router';
import { levels } from '#app/domain/base/rule-results/model.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import type { ConcludedItem } from '#app/domain/pilot/evaluation/content.ts';
import type { WholeEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { toneOfLevel } from './tones.ts';

/** 逐项评价, one section at a time; what each stream says stands beside each item. */
export function ItemsPane({ evaluation, section, problem }: { evaluation: WholeEvaluation; section: string; problem: Problem | undefined }) {
  const words = useWords(evaluationWords);
  const { desk } = words;
  const locale = useLocale();
  const { content, canDraft, revision, missing } = evaluation;
  const nameOf = (item: ConcludedItem) => (item.section ? inLanguage(item.section, locale) : '');
  const names = [...new Set(content.items.map(nameOf))];
  const at = Math.max(0, names.findIndex((_, place) => String(place) === section));
  const items = content.items.filter((item) => nameOf(item) === names[at]);
  const Row = canDraft ? ItemFields : ItemLine;
  const rows = items.map((item) => <Row key={item.id} item={item} isContested={content.conflicts.includes(item.id)} problem={problem} />);
  return (
    <Pane title={words.itemsTitle} note={missing.length > 0 ? desk.itemsLeft(missing.length) : desk.itemsDone}>
      {names.length > 1 && (
        <nav className="dtabs" aria-label={words.itemsTitle}>
          {names.map((name, place) => (
            <Link key={name} to={`?section=${place}`} preventScrollReset {...(place === at ? { 'aria-current': 'page' as const } : {})}>
              {name} {content.items.some((item) => nameOf(item) === name && item.level === null) && <b>·</b>}
            </Link>
          ))}
        </nav>
      )}
      {canDraft ? (
        <Form method="post" key={`${names[at]} ${revision}`}>
          <input type="hidden" name="deed" value="save" />
          <input type="hidden" name="revision" value={revision} />
          {rows}
          <Button htmlType="submit">{desk.sectionSave}</Button>
        </Form>
      ) : rows}
    </Pane>
  );
}

type Row = { item: ConcludedItem; isContested: boolean; problem: Problem | undefined };

function Head({ item, isContested }: Pick<Row, 'item' | 'isContested'>) {
  const words = useWords(evaluationWords);
  const locale = useLocale();
  return (
    <>
      <p><b>{item.id}</b> {inLanguage(item, locale)}{item.isMust && <> <b>{words.must}</b></>}</p>
      {item.said.length > 0 && (
        <p className="note">
          {item.said.map(({ stream, level }) => <span key={stream}>{words.streams[stream]} <StatusTag tone={toneOfLevel[level]}>{words.levels[level]}</StatusTag> </span>)}
          {item.proposed && <span>{words.desk.proposed(words.levels[item.proposed])}</span>}
          {isContested && <b> {words.conflictsTitle}</b>}
        </p>
      )}
    </>
  );
}

function ItemFields({ item, isContested, problem }: Row) {
  const words = useWords(evaluationWords);
  return (
    <div className="dfield" id={`item-${item.id}`}>
      <Head item={item} isContested={isContested} />
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(12rem, 1fr))', gap: '0 16px' }}>
        <SelectField name={`level.${item.id}`} label={`${item.id} ${words.level}`} known={item.level ?? item.proposed ?? ''} problem={problem} optional options={levels.map((level) => ({ value: level, label: words.levels[level] }))} />
        <TextField name={`note.${item.id}`} label={`${item.id} ${words.note}`} known={item.note} problem={problem} maxLength={1000} optional />
      </div>
    </div>
  );
}

function ItemLine({ item, isContested }: Row) {
  const words = useWords(evaluationWords);
  return (
    <div className="dfield">
      <Head item={item} isContested={isContested} />
      <p>{item.level ? <StatusTag tone={toneOfLevel[item.level]}>{words.levels[item.level]}</StatusTag> : words.notSaid} {item.note}</p>
    </div>
  );
}
