const ten = Array.from({ length: 10 }, (_, at) => at);

/** 十个小人: so many of ten; the sentence beside it says the same. */
export function Tenths({ many }: { many: number }) {
  return (
    <svg className="tenths" viewBox="0 0 300 44" aria-hidden="true" focusable="false">
      {ten.map((at) => (
        <g key={at} transform={`translate(${at * 30 + 4} 2)`} className={at < many ? 'yes' : 'no'}>
          <circle cx="11" cy="8" r="7" />
          <path d="M1 40V28a10 10 0 0 1 20 0v12z" />
        </g>
      ))}
    </svg>
  );
}
