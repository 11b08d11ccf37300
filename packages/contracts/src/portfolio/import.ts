import { z } from 'zod';

/** What a column of an imported sheet may be. */
export const IMPORT_FIELDS = [
  'title',
  'businessUnit',
  'initiative',
  'benefitType',
  'problemStatement',
  'expectedOutcome',
  'sponsor',
  'owner',
  'contributors',
  'feasibility',
  'risk',
  'tags',
  'low',
  'likely',
  'high',
  'startDate',
  'rampUpMonths',
  'horizonYears',
  'oneOffCost',
  'yearlyRunCost',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** A use case cannot be without these. */
export const REQUIRED_IMPORT_FIELDS: readonly ImportField[] = ['title', 'businessUnit', 'benefitType'];

export const IMPORT_ROWS_MAX = 5000;
export const IMPORT_BYTES_MAX = 5 * 1024 * 1024;
/** What a compressed file may come to when it is unpacked. */
export const IMPORT_UNPACKED_MAX = 64 * 1024 * 1024;
export const IMPORT_COLUMNS_MAX = 100;

/** Which column (from 0) holds a field; what is not named is not imported. */
export type ImportMapping = Partial<Record<ImportField, number>>;

/** A spreadsheet as it is sent. */
export const fileSchema = z.object({
  name: z.string().trim().min(1).max(255),
  /** The file, in base64. */
  content: z
    .base64()
    .min(1)
    .max(Math.ceil(IMPORT_BYTES_MAX / 3) * 4, 'The file is larger than 5 MB'),
});

const mappingSchema: z.ZodType<ImportMapping> = z.partialRecord(
  z.enum(IMPORT_FIELDS),
  z
    .int()
    .min(0)
    .max(IMPORT_COLUMNS_MAX - 1),
);

export const previewImportInputSchema = z.object({
  file: fileSchema,
  /** Left out, the columns are recognised by their names. */
  mapping: mappingSchema.optional(),
});
export type PreviewImportInput = z.infer<typeof previewImportInputSchema>;

export const importUseCasesInputSchema = z.object({ file: fileSchema, mapping: mappingSchema });
export type ImportUseCasesInput = z.infer<typeof importUseCasesInputSchema>;

/** Why a file cannot be read at all. */
export const FILE_PROBLEMS = [
  'notASpreadsheet',
  'oldExcel',
  'damaged',
  'wrongEncoding',
  'tooLargeUnpacked',
  'formula',
  'errorValue',
  'mergedCells',
  'tooManyRows',
  'tooManyColumns',
  'noRows',
  'quotes',
] as const;
export type FileProblemCode = (typeof FILE_PROBLEMS)[number];

export interface FileProblem {
  code: FileProblemCode;
  /** Where, as a spreadsheet says it: C5, or a range. */
  cell: string | null;
}

/** Why a cell cannot become part of a use case. */
export const CELL_PROBLEMS = [
  'missing',
  'tooShort',
  'tooLong',
  'notABenefit',
  'notARating',
  'notAnAmount',
  'notADate',
  'notAWholeNumber',
  'tooManyTags',
  'lowAboveLikely',
  'highBelowLikely',
  'rangeIncomplete',
  'unknownOwner',
  'notYourself',
  'unknownPerson',
  'tooManyPeople',
] as const;
export type CellProblemCode = (typeof CELL_PROBLEMS)[number];

export interface CellProblem {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  /** C5. */
  cell: string;
  field: ImportField;
  code: CellProblemCode;
  /** What stands there, or the part of it that is wrong, cut short. */
  value: string;
}

/** A use case that the import would make. */
export interface ImportSample {
  row: number;
  title: string;
  businessUnit: string;
  owner: string;
  low: string | null;
  likely: string | null;
  high: string | null;
}

export interface ImportPreview {
  /** Set when the file cannot be read; everything else is then empty. */
  fileProblem: FileProblem | null;
  /** Names of the columns, in order; a column without a name has its letter. */
  columns: string[];
  mapping: ImportMapping;
  /** Required fields that no column holds. */
  unmapped: ImportField[];
  /** Rows that hold something. */
  rows: number;
  /** Cells that are wrong; the first hundred of them. */
  problems: CellProblem[];
  problemCount: number;
  /** Rows without a wrong cell. */
  good: number;
  /** Business units that do not exist yet and would be made. */
  newUnits: string[];
  /** The same of initiatives. */
  newInitiatives: string[];
  sample: ImportSample[];
}

export interface ImportResult {
  created: number;
  firstNumber: number;
  lastNumber: number;
}
