/** A Docker engine as the worker last saw it. */
export interface HostView {
  id: string;
  name: string;
  endpoint: string;
  engineVersion: string;
  lastSeenAt: Date | null;
  unreachableSince: Date | null;
  lastError: string;
  environments: { id: string; project: string; projectSlug: string; slug: string }[];
}
