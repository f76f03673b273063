/** 标志：五瓣花，孩子在中间 the mark: five petals with the child in the middle. */
export function Mark({ size = 40 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="9" fill="var(--board)" />
      {[0, 72, 144, 216, 288].map((angle) => (
        <ellipse
          key={angle}
          cx="20"
          cy="11"
          rx="4.6"
          ry="6"
          fill="none"
          stroke="var(--chalk)"
          strokeWidth="2.2"
          transform={`rotate(${angle} 20 20)`}
        />
      ))}
      <circle cx="20" cy="20" r="3.6" fill="var(--warm)" />
    </svg>
  );
}
