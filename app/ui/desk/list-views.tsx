import { Button } from 'antd';
import { Link, useFetcher, useLocation } from 'react-router';
import { type Opened, viewSearch } from '#app/domain/base/views/model.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { ProblemAlert } from './problem-alert.tsx';

type Props = { own: Opened; columns: readonly { name: string; title: string }[] };

/** 视图与列 above a list: the person's own views as links, one more to save, and the columns to leave out. */
export function ListViews({ own, columns }: Props) {
  const words = useWords(deskWords).views;
  const { pathname, search } = useLocation();
  const asSet = JSON.stringify([search, own]); // what was set is shown, and the box it was set in is shut
  return (
    <div className="views">
      {own.views.length > 0 && (
        <nav aria-label={words.title}>
          <Link to={`${pathname}?view=all`}>{words.all}</Link>
          {own.views.map((view) => (
            <Link key={view.id} to={`${pathname}${view.search}`} {...(view.search === search ? { 'aria-current': 'page' as const } : {})}>
              {view.name}
            </Link>
          ))}
        </nav>
      )}
      <details key={`save ${asSet}`}>
        <summary>{words.save}</summary>
        <Save own={own} />
      </details>
      <details key={`columns ${asSet}`}>
        <summary>{words.columns}</summary>
        <Columns own={own} columns={columns} />
      </details>
    </div>
  );
}

function Save({ own }: { own: Opened }) {
  const words = useWords(deskWords).views;
  const { search } = useLocation();
  const { Form, data, state } = useFetcher<Problem>({ key: `views-${own.list}` });
  return (
    <div className="views-box">
      <ProblemAlert problem={data} names={{ name: words.name }} />
      <Form method="post" action="/desk/views">
        <input type="hidden" name="list" value={own.list} />
        <input type="hidden" name="search" value={viewSearch(search, own.hidden)} />
        <p>{words.hint}</p>
        <label>{words.name} <input className="dctl" name="name" maxLength={20} required /></label>
        <label><input type="checkbox" name="isDefault" value="true" /> {words.isDefault}</label>
        <Button htmlType="submit" name="deed" value="save" loading={state !== 'idle'}>{words.keep}</Button>
      </Form>
      {own.views.map((view) => (
        <Form key={view.id} method="post" action="/desk/views" className="views-one">
          <input type="hidden" name="list" value={own.list} />
          <input type="hidden" name="id" value={view.id} />
          <span>{view.name}</span>
          <Button type="text" size="small" htmlType="submit" name="deed" value="remove" aria-label={words.removeNamed(view.name)}>{words.remove}</Button>
        </Form>
      ))}
    </div>
  );
}

function Columns({ own, columns }: Props) {
  const words = useWords(deskWords).views;
  const { search } = useLocation();
  const { Form, state } = useFetcher<Problem>({ key: `columns-${own.list}` });
  const asked = new URLSearchParams(search);
  asked.delete('hide');
  return (
    <Form method="post" action="/desk/views" className="views-box">
      <input type="hidden" name="list" value={own.list} />
      <input type="hidden" name="search" value={asked.size > 0 ? `?${asked}` : '?view=all'} />
      {columns.map((column) => (
        <label key={column.name}>
          <input type="hidden" name="all[]" value={column.name} />
          <input type="checkbox" name="shown[]" value={column.name} defaultChecked={!own.hidden.includes(column.name)} /> {column.title}
        </label>
      ))}
      <Button htmlType="submit" name="deed" value="columns" loading={state !== 'idle'}>{words.remember}</Button>
    </Form>
  );
}
