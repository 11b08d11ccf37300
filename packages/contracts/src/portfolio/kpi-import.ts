import { z } from 'zod';
import { type FileProblem, fileSchema } from './import';

/** What is pasted, at most: some tens of thousands of lines. */
export const PASTE_CHARS_MAX = 500_000;

/** Values of one KPI from a spreadsheet: pasted, or a file. */
export const samplesSheetSchema = z
  .object({
    kpiId: z.uuid(),
    /** Decides what `1,234` is. */
    locale: z.enum(['en', 'fr']),
    text: z.string().max(PASTE_CHARS_MAX, 'Paste less at once, or import a file').optional(),
    file: fileSchema.optional(),
  })
  .refine(({ text, file }) => (text === undefined) !== (file === undefined), {
    message: 'Send either a text or a file',
    path: ['text'],
  });
export type SamplesSheet = z.infer<typeof samplesSheetSchema>;

/** Why a cell cannot become part of a sample. */
export const SAMPLE_PROBLEMS = [
  'missing',
  'notADate',
  'notANumber',
  'ambiguousNumber',
  'future',
  'twice',
  'taken',
  'notAHeader',
] as const;
export type SampleProblemCode = (typeof SAMPLE_PROBLEMS)[number];

export interface SampleProblem {
  /** As a spreadsheet counts, or the line that was pasted; from 1. */
  row: number;
  /** B5. */
  cell: string;
  code: SampleProblemCode;
  /** What stands there, cut short; for a time that is taken, the value it has. */
  value: string;
}

export interface SamplesPreview {
  /** Set when it cannot be read at all; everything else is then empty. */
  fileProblem: FileProblem | null;
  /** Rows that hold something. */
  rows: number;
  /** The first hundred. */
  problems: SampleProblem[];
  problemCount: number;
  /** Would be written. */
  fresh: number;
  /** There already, with the same value. */
  known: number;
  /** The first of what would be written. */
  sample: { row: number; at: Date; value: string }[];
}

export interface SamplesImported {
  stored: number;
  known: number;
}
