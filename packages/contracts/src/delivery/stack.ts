import { z } from 'zod';
import type { ErrorDetail } from '../errors';
import { environmentRef, projectRef, serviceNameSchema } from './names';
import { composeTextSchema } from './project';
import { projectFilesSchema, type TextFiles } from './project-file';

export const saveStackInput = projectRef.extend({
  composeText: composeTextSchema,
  /** All files of the project; absent: they stay as they are. */
  files: projectFilesSchema.optional(),
  /** The version that was opened; another one means that a colleague saved in between. */
  version: z.int().positive(),
});
export type SaveStackInput = z.infer<typeof saveStackInput>;

/** The environment whose variables the file is read with; absent: the project's first. */
const readWith = { environmentId: z.uuid().optional() };

export const getStackInput = projectRef.extend(readWith);
export type GetStackInput = z.infer<typeof getStackInput>;

export const checkStackInput = projectRef.extend({
  ...readWith,
  composeText: composeTextSchema,
  /** As they are being typed; absent: those that are saved. */
  files: projectFilesSchema.optional(),
});
export type CheckStackInput = z.infer<typeof checkStackInput>;

export const addTechnologyInput = projectRef.extend({
  technology: z.string().min(1).max(60),
  /** The file as it stands in the editor; nothing is saved, but generated variables are made. */
  composeText: composeTextSchema,
});
export type AddTechnologyInput = z.infer<typeof addTechnologyInput>;

export const previewPlanInput = environmentRef;
export type PreviewPlanInput = z.infer<typeof previewPlanInput>;

export const serviceRef = environmentRef.extend({ service: serviceNameSchema });
export type ServiceRef = z.infer<typeof serviceRef>;

/** A Compose file as a drawing: boxes, stores and the lines between them. */
export interface StackDrawing {
  services: DrawnService[];
  volumes: string[];
}

export interface DrawnService {
  name: string;
  role: string;
  technology: string | null;
  job: string | null;
  /** Image, or the address of what it is built from. */
  source: string;
  dependsOn: string[];
  /** Volume name → path in the container. */
  volumes: { volume: string; path: string; readOnly: boolean }[];
  ports: string[];
  exposed: boolean;
}

export interface StackCheck {
  /** What is wrong, with line and column; empty when the file can be deployed as it is. */
  problems: ErrorDetail[];
  /** Keys that are valid and do nothing here, each with its place. */
  warnings: ErrorDetail[];
  /** Variables that the file needs and the environment lacks. */
  missingVariables: string[];
  /** null when the file cannot be read. */
  drawing: StackDrawing | null;
}

export interface StackDetail extends StackCheck {
  projectId: string;
  composeText: string;
  files: TextFiles;
  version: number;
  updatedAt: Date;
  updatedBy: string | null;
}

export interface AddedTechnology {
  composeText: string;
  /** Names of the variables that were made; secrets among them are never shown. */
  createdVariables: string[];
}
