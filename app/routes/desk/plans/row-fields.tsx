import { Select } from 'antd';
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useState } from 'react';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Option } from '#app/ui/desk/field.tsx';

type Frame = { name: string; label: string; wrong: string[] | undefined };

/** 行里的一格: its name above, what is wrong with it below. */
function Cell({ name, label, wrong, isQuiet = false, className = '', children }: Frame & { className?: string; isQuiet?: boolean; children: ReactNode }) {
  return (
    <div className={`rcell ${className}`}>
      <label htmlFor={`field-${name}`} {...(isQuiet ? { className: 'vh' } : {})}>{label}</label>
      {children}
      {wrong && <span className="wrong" id={`wrong-${name}`}>{wrong.join(' ')}</span>}
    </div>
  );
}

const aria = ({ name, wrong }: Pick<Frame, 'name' | 'wrong'>) => ({ id: `field-${name}`, name, ...(wrong ? { 'aria-invalid': true as const, 'aria-describedby': `wrong-${name}` } : {}) });

export function CellInput({ label, wrong, className, isQuiet, ...input }: Frame & { isQuiet?: boolean } & InputHTMLAttributes<HTMLInputElement>) {
  return <Cell {...{ name: input.name, label, wrong }} isQuiet={isQuiet ?? false} className={className ?? ''}><input className="dctl" {...input} {...aria({ name: input.name, wrong })} /></Cell>;
}

export function CellSelect({ label, wrong, options, className, ...input }: Frame & { options: readonly Option[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Cell {...{ name: input.name, label, wrong }} className={className ?? ''}>
      <select className="dctl" {...input} {...aria({ name: input.name, wrong })}>{options.map(({ value, label: said }) => <option key={value} value={value}>{said}</option>)}</select>
    </Cell>
  );
}

/** 可查找的下拉: a list that is searched by typing; the form carries the choice in a hidden field. */
export function CellPick({ name, label, wrong, known, options, onPick, isLong = false }: Frame & { isLong?: boolean; known: string; options: readonly (Option & { disabled?: boolean })[]; onPick?: (value: string) => void }) {
  const words = useWords(cityActionWords).form;
  const [value, setValue] = useState(known);
  return (
    <Cell {...{ name, label, wrong }} className={isLong ? 'long' : 'wide'}>
      <Select
        id={`field-${name}`} value={value || undefined} options={[...options]} showSearch={{ optionFilterProp: 'label' }} placeholder={words.search} {...(wrong ? { status: 'error' as const } : {})} aria-label={label} style={{ width: '100%' }}
        onChange={(next: string) => {
          setValue(next);
          onPick?.(next);
        }}
      />
      <input type="hidden" name={name} value={value} />
    </Cell>
  );
}
