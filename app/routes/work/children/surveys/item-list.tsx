import type { Item } from '#app/domain/children/surveys/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import type { SurveyPage } from './survey.tsx';

/** 题目 in their order, each with what one can do to it. */
export function ItemList({ survey }: SurveyPage) {
  const all = useWords(surveysWords);
  const { items } = survey.draft;
  if (items.length === 0) return <p className="note">{all.edit.none}</p>;
  return <ol className="plainlist">{items.map((item, at) => <Line key={item.id} item={item} isFirst={at === 0} isLast={at === items.length - 1} survey={survey} />)}</ol>;
}

function Line({ item, isFirst, isLast, survey }: { item: Item; isFirst: boolean; isLast: boolean; survey: SurveyPage['survey'] }) {
  const all = useWords(surveysWords);
  const { edit: words } = all;
  const locale = useLocale();
  const said = (one: Item['text']) => (locale === 'en' && one.en) || one.zh;
  const asked = survey.draft.items.find(({ id }) => id === item.showIf?.item);
  return (
    <li className="card" id={`q-${item.id}`}>
      <p className="row close small muted">
        <code>{item.id}</code><span>{all.themes[item.theme]}</span><span>{all.kinds[item.kind]}</span>
        {item.isPractice ? <Tag kind="check">{words.practiceMark}</Tag> : null}{item.pair ? <Tag kind="should">{words.pairMark}</Tag> : null}
      </p>
      <h3>{said(item.text)}</h3>
      {item.options ? <p className="small">{item.options.map((option) => said(option.text)).join(' · ')}</p> : null}
      {item.showIf ? <p className="small muted">{words.shownIf(asked ? said(asked.text) : item.showIf.item, item.showIf.in.join(', '))}</p> : null}
      <form method="post" className="row close">
        <input type="hidden" name="edition" value={survey.edition} /><input type="hidden" name="id" value={item.id} />
        <input type="hidden" name="go" value="move" />
        <a href={`?item=${item.id}#item`} aria-label={`${words.change} ${said(item.text)}`}>{words.change}</a>
        {isFirst ? null : <Button kind="plain" small name="to" value="up" aria-label={words.up(said(item.text))}>↑</Button>}
        {isLast ? null : <Button kind="plain" small name="to" value="down" aria-label={words.down(said(item.text))}>↓</Button>}
        <Button kind="plain" small name="go" value="remove" aria-label={`${words.remove} ${said(item.text)}`}>{words.remove}</Button>
      </form>
    </li>
  );
}
