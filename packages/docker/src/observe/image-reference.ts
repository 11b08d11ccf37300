/** A reference in the daemon's own short spelling: no `docker.io/library/`, a tag or a digest always there. */
export function normalizeReference(reference: string): string {
  if (/^sha256:[0-9a-f]{64}$/.test(reference)) return reference;
  const short = reference.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
  const { name, tag, digest } = splitReference(short);
  // With a digest the tag says nothing, and the daemon keeps it out of RepoDigests.
  return digest ? `${name}@${digest}` : `${name}:${tag ?? 'latest'}`;
}

/** `registry:5000/a/b:tag@sha256:…` in its parts. */
export function splitReference(reference: string): {
  name: string;
  tag: string | null;
  digest: string | null;
} {
  const [beforeDigest = reference, digest = null] = reference.split('@');
  const colon = beforeDigest.lastIndexOf(':');
  const hasTag = colon > beforeDigest.lastIndexOf('/');
  return {
    name: hasTag ? beforeDigest.slice(0, colon) : beforeDigest,
    tag: hasTag ? beforeDigest.slice(colon + 1) : null,
    digest,
  };
}

const PART = '[a-zA-Z0-9][\\w.-]*';
const REFERENCE = new RegExp(
  `^${PART}(?::\\d+)?(?:/${PART})*(?::\\w[\\w.-]*)?(?:@sha256:[0-9a-f]{64})?$|^sha256:[0-9a-f]{64}$`,
);

/** Whether the text can name an image at all, and may be put into the path of a request. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}
