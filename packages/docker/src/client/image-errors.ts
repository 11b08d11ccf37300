import { DomainError } from '@jalon/contracts';

const MISSING = [
  /No such image: (\S+)/i,
  /manifest for (\S+) not found/i,
  /pull access denied for ([^,\s]+)/i,
  /repository ([^:,\s]+) (?:does not exist|not found)/i,
  /manifest unknown()/i,
];

const PLATFORM_BASE = /^jalon\/(python|node)-base\b/;

/** The image that the daemon's message says is missing; '' when it does not name it, null when it says something else. */
export function missingImageOf(message: string): string | null {
  for (const pattern of MISSING) {
    const match = pattern.exec(message);
    if (match) return match[1] ?? '';
  }
  return null;
}

/** IMAGE_NOT_FOUND with what to do, which depends on whose image it is. */
export function imageNotFound(image: string, cause?: unknown): DomainError {
  return new DomainError(
    'IMAGE_NOT_FOUND',
    `Image “${image}” is not on the engine and could not be pulled. ${adviceFor(image)}`,
    [{ path: 'image', message: `${image} was not found` }],
    { cause },
  );
}

function adviceFor(image: string): string {
  const base = PLATFORM_BASE.exec(image);
  if (base)
    return `It is one of Jalon's own base images: run docker/base/make-${base[1]}-base.sh on the host once.`;
  return 'Check its name and tag, sign in to its registry if it is private, or load it on the host with “docker load”.';
}
