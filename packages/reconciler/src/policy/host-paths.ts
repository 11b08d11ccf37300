/** Sockets of container engines: each of them is root on the host. */
const SOCKETS = /(^|\/)(docker|containerd|podman|crio|cri-dockerd|dockershim|buildkitd)[^/]*\.sock$/i;

/** Whoever can see these has the host, so no admin can allow them, nor a folder that holds one or lies in one. */
const NEVER = [
  '/boot',
  '/dev',
  '/etc/cron.d',
  '/etc/docker',
  '/etc/ld.so.preload',
  '/etc/passwd',
  '/etc/shadow',
  '/etc/ssh',
  '/etc/sudoers',
  '/etc/systemd',
  '/proc',
  '/root/.ssh',
  '/run',
  '/sys',
  '/usr/bin',
  '/var/lib/containerd',
  '/var/lib/containers',
  '/var/lib/docker',
  '/var/lib/kubelet',
  '/var/run',
];

/** Keys to other machines and accounts, in whoever's home they are. */
const KEYS = /\/\.(ssh|docker|gnupg|kube|aws)(\/|$)/;

export interface PathTrouble {
  rule: 'engine-socket' | 'bind-mount';
  /** Ends a sentence that begins with the path. */
  message: string;
}

/** What is wrong with mounting a path of the host; null when an admin has allowed exactly it. */
export function hostPathTrouble(path: string, allowed: readonly string[]): PathTrouble | null {
  const plain = plainPath(path);
  if (SOCKETS.test(plain ?? path))
    return { rule: 'engine-socket', message: 'is root on the host. Remove it.' };
  const listed = plain !== null && !hasDotDot(path) && allowed.some((folder) => plainPath(folder) === plain);
  if (!listed || plain === null)
    return {
      rule: 'bind-mount',
      message: 'is a path of the host. Use a named volume, or ask an admin to allow this very path.',
    };
  const holdsHost = NEVER.some((dangerous) => isWithin(plain, dangerous) || isWithin(dangerous, plain));
  if (!holdsHost && !KEYS.test(plain)) return null;
  return { rule: 'bind-mount', message: 'holds the host itself and cannot be allowed. Use a named volume.' };
}

/** Folders of the kernel: a mount over one takes away what keeps the container apart from its host. */
const KERNEL = ['/proc', '/sys', '/dev'];

/** What is wrong with a path to mount at; null when it is one. Ends a sentence that begins with the path. */
export function mountTargetTrouble(target: string): string | null {
  const plain = plainPath(target);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (plain === null || /[\0-\x1f\x7f]/.test(target) || hasDotDot(target))
    return 'is no absolute path in a container. Write one such as /data, without “..”.';
  if (plain === '/') return 'is the whole container. Mount below it, such as /data.';
  if (plain === '/dev/shm' || !KERNEL.some((folder) => isWithin(plain, folder))) return null;
  return 'is the kernel’s own. Mount elsewhere, such as /data.';
}

/** Without doubled slashes, dots and a slash at the end, `..` taken as it is written; null unless absolute. */
function plainPath(path: string): string | null {
  if (!path.startsWith('/')) return null;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

function hasDotDot(path: string): boolean {
  return path.split('/').includes('..');
}

function isWithin(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}
