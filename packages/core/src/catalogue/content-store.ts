import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError, type Technology, technologyFile } from '@jalon/contracts';
import { parse } from 'yaml';

export interface SampleFile {
  name: string;
  path: string;
  /** Bytes. */
  size: number;
}

/** What ships with the installation: the catalogue and the sample projects. */
export interface ContentStore {
  /** Every entry of the catalogue, by name. Read once. */
  technologies(): Promise<Technology[]>;
  /** @throws DomainError NOT_FOUND */
  technology(id: string): Promise<Technology>;
  /** The Compose file of a sample. @throws DomainError NOT_FOUND */
  sampleStack(sample: string): Promise<string>;
  /** The data files that come with a sample; none for one that has no data or does not exist. */
  sampleFiles(sample: string): Promise<SampleFile[]>;
}

/** Notes about the data are not data. */
const DATA_FILE = /^(?!README)[A-Za-z0-9][A-Za-z0-9 ._-]*\.(csv|json|parquet|txt)$/i;
const SAMPLE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads below `contentDir`, the folder that holds docker/ and samples/. */
export function createContentStore(contentDir: string): ContentStore {
  const catalogue = join(contentDir, 'docker', 'catalog');
  let technologies: Promise<Technology[]> | null = null;

  const list = (): Promise<Technology[]> => {
    technologies ??= readCatalogue(catalogue).catch((error: unknown) => {
      technologies = null;
      throw error;
    });
    return technologies;
  };

  return {
    technologies: list,
    async technology(id) {
      const found = (await list()).find((technology) => technology.id === id);
      if (!found) throw new DomainError('NOT_FOUND', `The catalogue has no entry ${id}.`);
      return found;
    },
    async sampleStack(sample) {
      if (!SAMPLE.test(sample)) throw noSample(sample);
      return readFile(join(contentDir, 'samples', sample, 'compose.yaml'), 'utf8').catch((cause: unknown) => {
        throw noSample(sample, cause);
      });
    },
    async sampleFiles(sample) {
      if (!SAMPLE.test(sample)) return [];
      const folder = join(contentDir, 'samples', sample, 'data');
      const names = await namesIn(folder);
      return Promise.all(
        names.filter((name) => DATA_FILE.test(name)).map((name) => describeFile(folder, name)),
      );
    },
  };
}

async function describeFile(folder: string, name: string): Promise<SampleFile> {
  const path = join(folder, name);
  return { name, path, size: (await stat(path)).size };
}

async function readCatalogue(folder: string): Promise<Technology[]> {
  const names = await namesIn(folder);
  const entries = await Promise.all(names.map((name) => readTechnology(join(folder, name))));
  return entries.sort((left, right) => left.name.localeCompare(right.name));
}

async function readTechnology(folder: string): Promise<Technology> {
  const [text, composeText] = await Promise.all([
    readFile(join(folder, 'technology.yaml'), 'utf8'),
    readFile(join(folder, 'compose.yaml'), 'utf8'),
  ]);
  return { ...technologyFile.parse(parse(text)), composeText };
}

/** Names in a folder, sorted, without hidden ones; none when there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function noSample(sample: string, cause?: unknown): DomainError {
  return new DomainError('NOT_FOUND', `This installation has no sample ${sample}.`, [], { cause });
}
