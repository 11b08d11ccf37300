import { z } from 'zod';
import { environmentRef, volumeNameSchema } from './names';

/** Largest upload, in bytes. */
export const UPLOAD_MAX_BYTES = 50 * 1024 * 1024;

/** A plain file name: no folder, no hidden file, no character that another program would read as more. */
export const fileNameSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/)
  .refine((name) => !name.includes('..'));

/** A file's place in a volume: names joined by slashes, none of which could lead out of it. */
export const filePathSchema = z
  .string()
  .max(500)
  .refine((path) => path.split('/').every((name) => fileNameSchema.safeParse(name).success));

export const volumeRef = environmentRef.extend({ volume: volumeNameSchema });
export type VolumeRef = z.infer<typeof volumeRef>;

export const fileRef = volumeRef.extend({ name: fileNameSchema });
export type FileRef = z.infer<typeof fileRef>;

/** A file that is read may lie in a folder; one that is sent lies at the top. */
export const filePathRef = volumeRef.extend({ name: filePathSchema });

export interface FileView {
  name: string;
  /** Bytes. */
  size: number;
  modifiedAt: Date;
}

export interface VolumeFiles {
  volume: string;
  files: FileView[];
}

/** A volume of the stack and the services that mount it. */
export interface VolumeView {
  volume: string;
  mountedBy: { service: string; path: string; readOnly: boolean }[];
}
