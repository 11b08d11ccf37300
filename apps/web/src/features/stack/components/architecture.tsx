'use client';

import type { ServiceStateView, StackDrawing } from '@jalon/contracts';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { type Edge, layoutStack } from '../lib/layout-stack';
import { ServiceBox } from './service-box';
import { VolumeBox } from './volume-box';

/** A cell of the grid, in pixels; a box fills it but for the gaps. */
const CELL = { width: 268, height: 104 };
const BOX = { width: 224, height: 84 };

export interface ArchitectureProps {
  drawing: StackDrawing;
  /** Live state by service; empty where nothing is deployed. */
  states: readonly ServiceStateView[];
  /** False: the engine is away and states are the last known ones. */
  known: boolean;
}

/** The stack as its Compose file says it: services, what they need, where their data lies, live state on each. */
export function Architecture({ drawing, states, known }: ArchitectureProps) {
  const t = useTranslations('stack');
  const layout = useMemo(() => layoutStack(drawing), [drawing]);
  const [pointed, setPointed] = useState<string | null>(null);
  const stateOf = new Map(states.map((state) => [state.service, state]));
  const places = new Map<string, GridPlace>([
    ...layout.services.map((placed) => [placed.service.name, placed] as const),
    ...layout.volumes.map((placed) => [`volume:${placed.volume}`, placed] as const),
  ]);
  const width = layout.columns * CELL.width - (CELL.width - BOX.width);
  const height = layout.rows * CELL.height - (CELL.height - BOX.height);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading
    <div role="region" aria-label={t('drawing')} tabIndex={0} className="overflow-x-auto pb-2">
      <div className="relative" style={{ width, height }}>
        <svg aria-hidden="true" width={width} height={height} className="absolute inset-0">
          {layout.edges.map((edge) => {
            const from = places.get(edge.from);
            const to = places.get(edge.to);
            if (!from || !to) return null;
            const strong = pointed === edge.from || pointed === edge.to;
            return (
              <EdgeLine key={`${edge.from}→${edge.to}`} edge={edge} from={from} to={to} strong={strong} />
            );
          })}
        </svg>
        <ul className="contents">
          {layout.services.map(({ service, column, row }) => (
            <li
              key={service.name}
              className="absolute"
              style={placeOf(column, row)}
              onPointerEnter={() => setPointed(service.name)}
              onPointerLeave={() => setPointed(null)}
            >
              <ServiceBox service={service} state={stateOf.get(service.name) ?? null} known={known} />
            </li>
          ))}
          {layout.volumes.map(({ volume, column, row }) => (
            <li
              key={volume}
              className="absolute"
              style={placeOf(column, row)}
              onPointerEnter={() => setPointed(`volume:${volume}`)}
              onPointerLeave={() => setPointed(null)}
            >
              <VolumeBox volume={volume} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface GridPlace {
  column: number;
  row: number;
}

function placeOf(column: number, row: number) {
  return { left: column * CELL.width, top: row * CELL.height, ...BOX };
}

interface EdgeLineProps {
  edge: Edge;
  from: GridPlace;
  to: GridPlace;
  /** One of its ends is pointed at. */
  strong: boolean;
}

/** A line from the right edge of one box to the left edge of another; dashed where it only reads. */
function EdgeLine({ edge, from, to, strong }: EdgeLineProps) {
  const forward = to.column > from.column;
  const x1 = from.column * CELL.width + (forward ? BOX.width : 0);
  const x2 = to.column * CELL.width + (forward ? 0 : BOX.width);
  const y1 = from.row * CELL.height + BOX.height / 2;
  const y2 = to.row * CELL.height + BOX.height / 2;
  const bend = Math.max(24, Math.abs(x2 - x1) / 2) * (forward ? 1 : -1);
  return (
    <path
      d={`M${x1} ${y1} C ${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}
      fill="none"
      strokeWidth={edge.kind === 'depends' ? 1.5 : 1}
      strokeDasharray={edge.kind === 'reads' ? '3 4' : undefined}
      className={strong ? 'stroke-accent' : edge.kind === 'depends' ? 'stroke-ink-3' : 'stroke-line-strong'}
    />
  );
}
