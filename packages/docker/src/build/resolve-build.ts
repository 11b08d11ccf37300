import { createHash } from 'node:crypto';
import { DomainError } from '@jalon/contracts';
import type { DockerClient } from '../client/client';
import { orNull } from '../client/error-kind';
import { inspectImage } from '../client/inspect';
import type { BuildSource } from '../execute/execution';
import { pullImage } from '../pull';
import { type ContextFile, hashContext, listContext, NEVER_CONTENT } from './context-files';
import {
  type ContextRoots,
  contextFolder,
  contextSlug,
  isOwnContext,
  isProjectContext,
} from './context-folder';

/** A build with everything decided: what goes in, from which base, and the tag that follows from it. */
export interface ResolvedBuild {
  image: string;
  folder: string;
  files: readonly ContextFile[];
  build: BuildSource;
  /** Arguments as the builder gets them, the base image among them. */
  args: Record<string, string>;
  /** Build that makes the base image; null when the base is an ordinary image. */
  base: ResolvedBuild | null;
  /** Ordinary image that the chain begins with; null where only the Dockerfile knows. */
  baseImage: string | null;
}

export interface BuildSettings extends ContextRoots {
  /** Base image where a build names none. */
  pythonBase: string;
}

export interface ResolveOptions {
  signal?: AbortSignal;
  /** Pull a base image that is not on the engine, so that its id is part of the tag. Default true. */
  pullMissing?: boolean;
}

const HASH_LENGTH = 12;

/**
 * Decides the tag of a build: `<repository>:<12 hex over files, Dockerfile, arguments and base image id>`.
 * Throws VALIDATION (bad context, cycle of bases), NOT_FOUND (missing folder), IMAGE_NOT_FOUND (missing base).
 */
export function resolveBuild(
  client: DockerClient,
  settings: BuildSettings,
  repository: string,
  build: BuildSource,
  options: ResolveOptions = {},
): Promise<ResolvedBuild> {
  return resolve(client, settings, repository, build, options, []);
}

async function resolve(
  client: DockerClient,
  settings: BuildSettings,
  repository: string,
  build: BuildSource,
  options: ResolveOptions,
  chain: readonly string[],
): Promise<ResolvedBuild> {
  if (chain.includes(build.context)) throw cycle([...chain, build.context]);
  const folder = await contextFolder(settings, build.context);
  const wanted = baseOf(settings, build);
  const base =
    wanted !== null && isOwnContext(wanted)
      ? await resolve(
          client,
          settings,
          `jalon/${contextSlug(wanted)}`,
          { context: wanted, dockerfile: 'Dockerfile', args: {}, target: null },
          options,
          [...chain, build.context],
        )
      : null;
  const baseId = base ? base.image : wanted === null ? null : await idOfBase(client, wanted, options);
  const always = isProjectContext(build.context) ? [] : NEVER_CONTENT;
  const files = await listContext(folder, { dockerfile: build.dockerfile, always });
  const content = await hashContext(folder, files);
  const decisive = baseId === null ? build.args : { ...build.args, BASE_IMAGE: baseId };
  const recipe = JSON.stringify([content, build.dockerfile, build.target, sorted(decisive)]);
  const hash = createHash('sha256').update(recipe).digest('hex').slice(0, HASH_LENGTH);
  return {
    image: `${repository}:${hash}`,
    folder,
    files,
    build,
    args: wanted === null ? build.args : { ...build.args, BASE_IMAGE: base ? base.image : wanted },
    base,
    baseImage: base ? base.baseImage : wanted,
  };
}

/** A project's own Dockerfile says itself what it begins from, unless it is given a context of ours. */
function baseOf({ pythonBase }: BuildSettings, { context, args }: BuildSource): string | null {
  const given = args.BASE_IMAGE;
  if (!isProjectContext(context)) return given ?? pythonBase;
  return given !== undefined && isOwnContext(given) ? given : null;
}

async function idOfBase(client: DockerClient, image: string, options: ResolveOptions): Promise<string> {
  const found = await orNull(inspectImage(client, image, options));
  if (found) return found.Id;
  // Only shown, not built: the name stands for the image until it is there.
  if (options.pullMissing === false) return image;
  await pullImage(client, image, options);
  return (await inspectImage(client, image, options)).Id;
}

function sorted(args: Record<string, string>): [string, string][] {
  return Object.entries(args).sort(([left], [right]) => (left < right ? -1 : 1));
}

function cycle(chain: string[]): DomainError {
  return new DomainError(
    'VALIDATION',
    `These build contexts are each other's base image: ${chain.join(' → ')}.`,
    [{ path: 'build.args.BASE_IMAGE', message: 'bases form a cycle' }],
  );
}
