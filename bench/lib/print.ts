import { describeMachine, type Machine } from './machine';
import { type Bar, isMet, type Report } from './report';
import { table } from './table';

/** A report as a person reads it: table, figures against their bars, notes. */
export function printReport(title: string, report: Report, machine: Machine): string {
  const parts = [`── ${title} ──`, describeMachine(machine), '', table(report.rows)];
  if (report.bars.length > 0) parts.push('', table(report.bars.map(barRow)));
  if (report.notes.length > 0) parts.push('', ...report.notes.map((note) => `· ${note}`));
  return `\n${parts.join('\n')}\n`;
}

function barRow(bar: Bar): Record<string, string | number> {
  return {
    bar: `${isMet(bar) ? '✓' : '✗'} ${bar.what}`,
    measured: bar.measured,
    must: `${bar.must} ${bar.bar} ${bar.unit}`.trim(),
  };
}
