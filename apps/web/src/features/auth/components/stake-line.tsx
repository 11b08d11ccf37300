/** Where each stake stands on the slope. */
const POINTS: readonly [number, number][] = [
  [70, 372],
  [205, 330],
  [345, 268],
  [490, 186],
  [640, 82],
];
const SLOPE =
  'M0 388 C 60 380 120 356 205 330 S 300 300 345 268 S 440 226 490 186 S 590 126 640 82 S 700 40 740 22';
const CONTOURS = [46, 92, 138];

/** The way of a use case as a surveyor would draw it: a slope, and a stake at each stage. */
export function StakeLine({ label, stages }: { label: string; stages: readonly string[] }) {
  return (
    <svg viewBox="0 0 740 520" role="img" aria-label={label} className="mt-auto w-full min-w-[44rem]">
      {CONTOURS.map((offset) => (
        <path
          key={offset}
          d={SLOPE}
          transform={`translate(0 ${offset})`}
          fill="none"
          className="stroke-line-strong"
          strokeWidth="1"
          strokeDasharray="1 5"
          strokeLinecap="round"
        />
      ))}
      <path d={SLOPE} fill="none" className="stroke-ink-3" strokeWidth="1.25" />
      {POINTS.map(([x, y], index) => (
        <g key={x} transform={`translate(${x} ${y})`}>
          <g transform="rotate(4)">
            <path className="fill-mark" d="M-3-66h6v13h-6zM-3-40h6v13h-6z" />
            <path
              className="fill-raised stroke-ink-3"
              strokeWidth=".6"
              d="M-2.7-53h5.4v13h-5.4zM-2.7-27h5.4v13h-5.4z"
            />
            <path className="fill-ink-3" d="M-3-14h6L0 4z" />
          </g>
          <text x={12} y={20} className="fill-ink-2 text-xs">
            {stages[index]}
          </text>
        </g>
      ))}
    </svg>
  );
}
