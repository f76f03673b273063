import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Form, Link, useLocation } from 'react-router';
import type { Opened } from '#app/domain/base/views/model.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Page } from '#app/platform/keyset.ts';
import { Mixed } from '#app/ui/mixed.tsx';
import { Drawing } from '#app/ui/light/drawing.tsx';
import { ButtonLink } from './button-link.tsx';
import { ListViews } from './list-views.tsx';
import { Pick, PickAll, type Together, TogetherBar } from './together.tsx';

/** One column; `place` says where it stands on a phone's card. */
export type Column<T> = { name: string; title: string; show: (row: T) => ReactNode; place?: 'main' | 'state' | 'wide' | 'ops' | 'hide' };
export type Tab = { label: string; to: string; count?: number; isHere: boolean };
export type EmptyWords = { text: string; action?: ReactNode };

type TableProps<T> = {
  page: Page<T>; columns: readonly Column<T>[]; empty: EmptyWords; tabs?: readonly Tab[]; filters?: ReactNode; note?: ReactNode; above?: ReactNode;
  rowClass?: (row: T) => string; own?: Opened; together?: Together<T>;
};

/** 列表: tabs, own views and columns, filters as a plain GET form, rows, next and previous by key; on a phone every row is a card. */
export function KeysetTable<T extends { id: string }>({ page, columns, empty, tabs, filters, note, above, rowClass, own, together }: TableProps<T>) {
  const words = useWords(deskWords);
  const shown = own ? columns.filter((column) => isFixed(column) || !own.hidden.includes(column.name)) : columns;
  return (
    <div className="pane keyset">
      {tabs && <Tabs tabs={tabs} allAt={own ? '?view=all' : ''} />}
      {own && <ListViews own={own} columns={columns.filter((column) => !isFixed(column))} />}
      {filters && <Filters>{filters}</Filters>}
      {above}
      {together && page.rows.length > 0 && <TogetherBar action={together.action} deeds={together.deeds} />}
      {page.rows.length === 0 ? (
        <EmptyBox {...empty} />
      ) : (
        <Rows rows={page.rows} columns={shown} {...(rowClass ? { rowClass } : {})} {...(together ? { together } : {})} />
      )}
      {(page.next || page.previous || note) && (
        <nav className="dpager" aria-label={words.pages}>
          <span>{note}</span>
          <PageLink name="before" at={page.previous} label={words.previous} />
          <PageLink name="after" at={page.next} label={words.next} />
        </nav>
      )}
    </div>
  );
}

/** What a row is and what one does with it cannot be left out. */
const isFixed = ({ place }: { place?: string }) => place === 'main' || place === 'ops';

type RowsProps<T> = { rows: readonly T[]; columns: readonly Column<T>[]; rowClass?: (row: T) => string; together?: Together<T> };

/** A plain table: fifty rows of Ant Design's own cost the server four times as much, and nothing here sorts or folds. */
function Rows<T extends { id: string }>({ rows, columns, rowClass, together }: RowsProps<T>) {
  return (
    <div className="rows">
      <table>
        <thead>
          <tr>
            {together && <PickAll />}
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.place}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={rowClass?.(row)}>
              {together && <Pick id={row.id} name={together.nameOf(row)} />}
              {columns.map((column) => (
                <td key={column.name} className={column.place} data-label={column.title}>
                  <Mixed>{column.show(row)}</Mixed>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 筛选: a form whose fields become the address; works without a script, and a link takes all of it back. */
export function Filters({ children }: { children: ReactNode }) {
  const words = useWords(deskWords);
  const { pathname, search } = useLocation();
  return (
    <Form method="get" className="fil" key={search} role="search">
      {children}
      <span className="fil-item">
        <Button type="primary" htmlType="submit">
          {words.ask}
        </Button>
        <ButtonLink to={pathname}>{words.reset}</ButtonLink>
      </span>
    </Form>
  );
}

/** 搜索框 within a filter form. */
export function SearchBox({ value, label, placeholder, name = 'q' }: { value: string | undefined; label: string; placeholder: string; name?: string }) {
  return <input className="dctl" type="search" name={name} defaultValue={value ?? ''} aria-label={label} placeholder={placeholder} maxLength={60} size={20} />;
}

/** 下拉筛选 within a filter form. */
export function PickBox({ name, label, value, options }: { name: string; label: string; value: string | undefined; options: readonly { value: string; label: string }[] }) {
  const words = useWords(deskWords);
  return (
    <label>
      {label}
      <select className="dctl" name={name} defaultValue={value ?? ''}>
        <option value="">{words.any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** 日期筛选 within a filter form. */
export function DayBox({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return <label>{label}<input className="dctl" type="date" name={name} defaultValue={value ?? ''} /></label>;
}

/** The bare address would open one's default view: the tab of everything says that it means everything. */
function Tabs({ tabs, allAt }: { tabs: readonly Tab[]; allAt: string }) {
  const words = useWords(deskWords);
  return (
    <nav className="dtabs" aria-label={words.states}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to.includes('?') ? tab.to : `${tab.to}${allAt}`} {...(tab.isHere ? { 'aria-current': 'page' as const } : {})}>
          {tab.label}
          {tab.count !== undefined && <b> {tab.count}</b>}
        </Link>
      ))}
    </nav>
  );
}

function PageLink({ name, at, label }: { name: 'after' | 'before'; at: string | undefined; label: string }) {
  const { pathname, search } = useLocation();
  const asked = new URLSearchParams(search);
  asked.delete('after');
  asked.delete('before');
  if (at) asked.set(name, at);
  return (
    <ButtonLink to={`${pathname}?${asked}`} disabled={!at}>
      {label}
    </ButtonLink>
  );
}

/** 空: one drawing, one sentence that says what to do next, perhaps one button. */
export function EmptyBox({ text, action }: EmptyWords) {
  return (
    <div className="dempty">
      <Drawing name="hop" size={96} />
      <p>{text}</p>
      {action}
    </div>
  );
}
