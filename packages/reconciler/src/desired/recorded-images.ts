import type { ServiceModel, StackModel } from '@jalon/contracts';

export interface RecordedImages {
  /** Service → image to run: the recorded one, or the file's own reference where it still names that image. */
  images: Record<string, string>;
  /** Services whose recorded image the host does not have, with its reference. */
  absent: { service: string; image: string }[];
}

/**
 * The images of a revision that is applied again: those that it ran on, whatever its tags name today. Pure.
 *
 * @param recorded service → `jalon/…:<content hash>` of what was built, image id of what was pulled
 * @param present reference → image id, of what the host has: the recorded references and those of the file
 */
export function recordedImages(
  stack: StackModel,
  recorded: Record<string, string>,
  present: Record<string, string>,
): RecordedImages {
  const images: Record<string, string> = {};
  const absent: RecordedImages['absent'] = [];
  for (const service of servicesWithImages(stack)) {
    const { name, image, build } = service;
    const known = Object.hasOwn(recorded, name) ? recorded[name] : undefined;
    // Nothing else can be meant: it names its content, or nothing was recorded.
    if (!known || isPinned(service) || (image !== null && !build && present[image] === known)) continue;
    if (present[known]) images[name] = known;
    else absent.push({ service: name, image: build ? known : `${image ?? ''} (${known.slice(0, 19)})` });
  }
  return { images, absent };
}

/** References to ask the host after before `recordedImages` is called. */
export function imagesToLookFor(stack: StackModel, recorded: Record<string, string>): string[] {
  const references = servicesWithImages(stack).flatMap(({ name, image, build }) => [
    ...(Object.hasOwn(recorded, name) ? [recorded[name] ?? ''] : []),
    ...(image !== null && !build ? [image] : []),
  ]);
  return [...new Set(references)].filter((reference) => reference !== '');
}

/** True for a reference with a digest: it names one content for ever, and can be pulled by it. */
export function isPinned({ image, build }: Pick<ServiceModel, 'image' | 'build'>): boolean {
  return build === null && /@sha256:[0-9a-f]{64}$/.test(image ?? '');
}

/** Jobs are not among them: they are built when they are run. */
function servicesWithImages(stack: StackModel): ServiceModel[] {
  return Object.values(stack.services).filter((service) => service.jalon.role !== 'job');
}
