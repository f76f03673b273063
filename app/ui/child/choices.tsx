import { type ChildDrawingName } from './drawings.ts';
import { ChildDrawing } from './child-drawing.tsx';
import { Say } from './say.tsx';

export type Choice = { value: string; label: string; drawing?: ChildDrawingName; isChecked?: boolean };
type Props = { name: string; legend: string; choices: readonly Choice[]; isMany?: boolean; isRequired?: boolean; isWide?: boolean; number?: number; problem?: string };

/** 选一选: pictures with their words; one or, with `isMany`, several. The legend is the question; three stand wide beside each other. */
export function Choices({ name, legend, choices, isMany, isRequired, isWide = choices.length <= 3, number, problem }: Props) {
  return (
    <fieldset id={name} {...(problem ? { 'aria-describedby': `${name}-problem` } : {})}>
      <legend className="step">
        {number ? <span className="k">{number}</span> : null}
        <span className="ask">
          <Say>{legend}</Say>
        </span>
      </legend>
      {problem ? <Trouble id={`${name}-problem`} text={problem} /> : null}
      <div className={isWide ? 'pick three' : 'pick'}>
        {choices.map(({ value, label, drawing, isChecked }) => (
          <label key={value}>
            <input type={isMany ? 'checkbox' : 'radio'} name={name} value={value} defaultChecked={isChecked} {...(isRequired && !isMany ? { required: true } : {})} />
            {drawing ? <ChildDrawing name={drawing} /> : null}
            <Say>{label}</Say>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** 去哪里: pictures that lead to other pages. */
export function Ways({ ways, label }: { ways: readonly { href: string; label: string; drawing: ChildDrawingName }[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul className={ways.length <= 3 ? 'pick three' : 'pick'}>
        {ways.map(({ href, label: word, drawing }) => (
          <li key={href}>
            <a href={href}>
              <ChildDrawing name={drawing} />
              <Say>{word}</Say>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** 还差一点: what must be put right, said kindly. */
export function Trouble({ text, id }: { text: string; id?: string }) {
  return (
    <p className="trouble" role="alert" {...(id ? { id } : {})}>
      <Say>{text}</Say>
    </p>
  );
}

type Box = { id: string; label: string; name?: string; rows?: number; defaultValue?: string; maxLength?: number; problem?: string; isRequired?: boolean; autoComplete?: string };

/** 写字的地方: writing is never the only way; one line where `rows` is 1. */
export function ChildBox({ id, label, name = id, rows = 3, defaultValue, maxLength, problem, isRequired, autoComplete = 'off' }: Box) {
  const given = { id, name, defaultValue, maxLength, required: isRequired, autoComplete, className: 'in', ...(problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {}) };
  return (
    <div className="write">
      <label htmlFor={id}>
        <Say>{label}</Say>
      </label>
      {problem ? <Trouble id={`${id}-problem`} text={problem} /> : null}
      {rows > 1 ? <textarea rows={rows} {...given} /> : <input type="text" {...given} />}
    </div>
  );
}
